import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { safeHref } from "#src/platform/ui/link.tsx";
import type { DependencyMap, MapView, Thing } from "../domain/map.ts";
import { BOX_HEIGHT, BOX_WIDTH, type Box, type Corner, layoutOf } from "./map-layout.ts";
import { mapTexts } from "./map-texts.ts";
import { boxWords } from "./map-words.ts";

export const TIES = ["needs", "host", "contract", "country"] as const;
/** In characters: what a line of a box has room for. A box has two lines. */
const ROOM = 22;

const SIDES: Readonly<Record<Thing["kind"], Box["side"]>> = {
  installation: "ours",
  group: "ours",
  premises: "others",
  organisation: "others",
  country: "countries",
};

export type MapDrawingProps = { readonly language: Language; readonly map: DependencyMap; readonly view: MapView };

/** The map as a drawing: wider than its place, it scrolls in it. Its boxes are links, in reading order. */
export function MapDrawing({ language, map, view }: MapDrawingProps): JSX.Element {
  const t = mapTexts(language);
  const { width, height, boxes, paths } = layoutOf(
    map.things.map(({ id, kind }) => ({ id, side: SIDES[kind] })),
    map.ties,
  );
  const placed = map.things.flatMap((thing) => {
    const corner = boxes.get(thing.id);
    return corner === undefined ? [] : [{ thing, corner }];
  });
  const inOrder = placed.sort((one, other) => one.corner.x - other.corner.x || one.corner.y - other.corner.y);
  return (
    <section class="map" aria-label={t.drawing} tabindex={0}>
      <svg viewBox={`0 0 ${width} ${height}`} width={String(width)} height={String(height)} focusable="false">
        <title>{t.drawing}</title>
        <desc>{t.description}</desc>
        <g>
          {map.ties.map(({ kind }, index) => (
            <path class="map-tie" data-tie={kind} d={paths[index] ?? ""} />
          ))}
        </g>
        {inOrder.map(({ thing, corner }) => (
          <MapBox language={language} thing={thing} view={view} corner={corner} />
        ))}
      </svg>
    </section>
  );
}

function MapBox({ language, thing, view, corner }: { language: Language; thing: Thing; view: MapView; corner: Corner }): JSX.Element {
  const { label, href, more } = boxWords(thing, view, language);
  const whole = more === undefined ? label : `${label} (${more})`;
  const lines = linesOf(label);
  const box = (
    <>
      <title>{whole}</title>
      <rect
        class="map-box"
        data-kind={thing.kind}
        x={String(corner.x)}
        y={String(corner.y)}
        width={String(BOX_WIDTH)}
        height={String(BOX_HEIGHT)}
        rx={thing.kind === "installation" || thing.kind === "group" ? "6" : String(BOX_HEIGHT / 2)}
      />
      {lines.map((words, place) => (
        <text
          class="map-name"
          x={String(corner.x + 12)}
          y={String(corner.y + BOX_HEIGHT / 2 + 5 + (place - (lines.length - 1) / 2) * LINE_HEIGHT)}
        >
          {words}
        </text>
      ))}
    </>
  );
  if (href === undefined) return <g>{box}</g>;
  return (
    <a href={safeHref(href)} aria-label={whole}>
      {box}
    </a>
  );
}

const LINE_HEIGHT = 16;

/** On two lines at most, cut between words where it can be. What is left out is in the name of the link. */
function linesOf(label: string): readonly string[] {
  if (label.length <= ROOM) return [label];
  const space = label.lastIndexOf(" ", ROOM);
  const first = space > 0 ? label.slice(0, space) : label.slice(0, ROOM);
  const rest = label.slice(first.length).trim();
  return [first, rest.length <= ROOM ? rest : `${rest.slice(0, ROOM - 1)}…`].map((line) => line.toWellFormed());
}

/** How each kind of line is drawn. */
export function MapLegend({ language }: { language: Language }): JSX.Element {
  const t = mapTexts(language);
  return (
    <ul class="curve-legend small" aria-label={t.legend.title}>
      {TIES.map((kind) => (
        <li>
          <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden="true" focusable="false">
            <path class="map-tie" data-tie={kind} d="M2 6H38" />
          </svg>
          {t.legend[kind]}
        </li>
      ))}
    </ul>
  );
}
