import type { JSX } from "hono/jsx/jsx-runtime";

export type GateState = "out" | "here" | "kept" | "later" | "waiting";
export type GateGlyph = "house" | "book" | "case" | "wrench" | "pen" | "people";

/** Drawn around (64, 64), 28 units wide. */
const GLYPHS: Record<GateGlyph, string> = {
  house: "M51 63 64 51l13 12M54 61v17h20V61M61 78V68h6v10",
  book: "M64 54c-4.5-3-10-3-14-1v22c4-2 9.5-2 14 1 4.5-3 10-3 14-1V53c-4-2-9.5-2-14 1zM64 54v22",
  case: "M53 57h22a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H53a2 2 0 0 1-2-2V59a2 2 0 0 1 2-2zM59 57v-4h10v4M51 66h26",
  wrench: "m53 77 12-12M62.5 58a7.5 7.5 0 0 1 10.5-4.5l-5 5 3.5 3.5 5-5a7.5 7.5 0 0 1-9.5 9.800L55 79",
  pen: "m52 78 2-8 17-17a3.5 3.5 0 0 1 6 6L60 76z",
  people: "M58 62a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM49 77c0-6 4-10 9-10s9 4 9 10M69 52.5a5 5 0 0 1 0 9.200M72 68c4 1.200 7 4.5 7 9",
};

const KNOWN: Readonly<Record<string, GateGlyph>> = {
  "in-house": "house",
  "open-source": "book",
  proprietary: "case",
  "in-house-development": "wrench",
};

/** The glyph of a known gate; none for a gate this library has never met. */
export function glyphOf(gate: string): GateGlyph | undefined {
  return Object.hasOwn(KNOWN, gate) ? KNOWN[gate] : undefined;
}

const STONE = "M14 110V58a50 50 0 0 1 100 0v52";
const VOID = "M32 110V58a32 32 0 0 1 64 0v52";
/** The joints between the stones of the ring and of the piers. */
const JOINTS = "M32 58H14M96 58h18M32 75H14M96 75h18M32 92H14M96 92h18M36.3 42 20.7 33M48 30.3l-9-15.6M80 30.3l9-15.6M91.7 42l15.6-9";
const KEYSTONE = "M59 27.5 56.5 5h15L69 27.5z";

/** Half down: the gate may not be passed yet. */
const GRILLE = "M48 31v50M64 27v54M80 31v50M35 46h58M33 63h62M44 79l4 8 4-8zM60 79l4 8 4-8zM76 79l4 8 4-8z";

/** One gate's arch. Each state has its own shape: barred, lit, ticked, dashed, portcullis half down. */
export function Arch({ state, glyph, numeral }: { state: GateState; glyph: GateGlyph | undefined; numeral: number }): JSX.Element {
  return (
    <svg class="arch" viewBox="0 0 128 110" aria-hidden="true" focusable="false">
      <path class="arch-stone" d={STONE} />
      {state !== "later" && <path class="arch-joints" d={JOINTS} />}
      <path class="arch-void" d={VOID} />
      {state !== "later" && <path class="arch-key" d={KEYSTONE} />}
      {state === "waiting" ? (
        <path class="arch-grille" d={GRILLE} />
      ) : glyph === undefined ? (
        <text class="arch-numeral" x="64" y="80" text-anchor="middle">
          {String(numeral)}
        </text>
      ) : (
        <path class="arch-glyph" d={GLYPHS[glyph]} />
      )}
      {state === "out" && <path class="arch-mark-halo" d="M39 45 89 97" />}
      {state === "out" && <path class="arch-mark" d="M39 45 89 97" />}
      {(state === "kept" || state === "waiting") && <circle class="arch-badge" cx="98" cy="92" r="13" />}
      {state === "kept" && <path class="arch-tick" d="m92 92.5 4 4.5 8-9" />}
      {state === "waiting" && <path class="arch-tick" d="M98 85v7.5l5 3" />}
    </svg>
  );
}

/** The same five shapes, 12 units wide, at `x` in a row. */
export function TinyArch({ state, x }: { state: GateState; x: number }): JSX.Element {
  return (
    <g class="tiny" data-state={state} transform={`translate(${x} 0)`}>
      <path class="tiny-arch" d="M1 17V7a5 5 0 0 1 10 0v10z" />
      {state === "out" && <path class="tiny-mark" d="M.5 16.5l11-11" />}
      {state === "kept" && <path class="tiny-tick" d="m3.5 10 2 2.200 3.200-4.200" />}
      {state === "waiting" && <path class="tiny-half" d="M1 10V7a5 5 0 0 1 10 0v3z" />}
    </g>
  );
}
