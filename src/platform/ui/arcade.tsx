import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { Arch, type GateGlyph, type GateState, glyphOf, TinyArch } from "./arch.tsx";
import { useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";

export type ArcadeGate = {
  /** The gate's key; the four of the software procedure have their drawing. */
  gate: string;
  title: string;
  state: GateState;
  /** What it concluded, saying its state in words: « Écartée le 14 octobre ». The state's own word when absent. */
  conclusion?: Child;
  href?: string | undefined;
  glyph?: GateGlyph | undefined;
};

/** The gates as a row of arches: the product's emblem. Shapes and words say the state; colour only helps. */
export function Arcade({ gates }: { gates: readonly ArcadeGate[] }): JSX.Element {
  const t = useUiTexts();
  return (
    <ol class="arcade" data-gates={gates.length} aria-label={t.arcade}>
      {gates.map(({ gate, title, state, conclusion, href, glyph }, index) => (
        <li class="gate" data-state={state} aria-current={state === "here" || state === "waiting" ? "step" : undefined}>
          <div class="gate-words">
            <p class="gate-title">
              {index + 1}. {href === undefined ? title : <Link href={href}>{title}</Link>}
            </p>
            <p class="gate-conclusion">{conclusion ?? t.gateState[state]}</p>
          </div>
          <Arch state={state} glyph={glyph ?? glyphOf(gate)} numeral={index + 1} />
        </li>
      ))}
    </ol>
  );
}

const EMBLEM: readonly GateGlyph[] = ["house", "book", "case", "wrench"];
/** The gate of free software is the one that is lit. */
const FREE = 1;

/** The way in: what there is to do, and beside it the arcade with a few words on what this place is. */
export function Threshold({ aside, children }: { aside: Child; children?: Child }): JSX.Element {
  return (
    <div class="threshold">
      <div class="narrow">{children}</div>
      <div class="threshold-words">
        <div class="arcade" aria-hidden="true">
          {EMBLEM.map((glyph, index) => (
            <div class="gate" data-state={index === FREE ? "here" : undefined}>
              <Arch state="here" glyph={glyph} numeral={index + 1} />
            </div>
          ))}
        </div>
        {aside}
      </div>
    </div>
  );
}

/** The same, tiny, for lists. Its words are there, unseen, unless `label` gives better ones. */
export function MiniArcade({ states, label }: { states: readonly GateState[]; label?: string | undefined }): JSX.Element {
  const t = useUiTexts();
  const words = label ?? states.map((state, index) => `${t.gateNumber(index + 1)} ${t.gateState[state].toLocaleLowerCase()}`).join(", ");
  const width = states.length * 15 - 3;
  return (
    <span class="mini">
      <svg viewBox={`0 0 ${width} 18`} width={width} height="18" aria-hidden="true" focusable="false">
        {states.map((state, index) => (
          <TinyArch state={state} x={index * 15} />
        ))}
      </svg>
      <span class="visually-hidden">{words}. </span>
    </span>
  );
}
