import { linkHorizontal } from "d3-shape";

/** A box to place. `side`: what is ours is on the left of those on whom it depends; countries come last. */
export type Box = { readonly id: string; readonly side: "ours" | "others" | "countries" };
export type Join = { readonly from: string; readonly to: string };
export type Corner = { readonly x: number; readonly y: number };
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** Corner of each box, by its identifier. */
  readonly boxes: ReadonlyMap<string, Corner>;
  /** The path of each join, in their order. */
  readonly paths: readonly string[];
};

/** In units of the drawing, which are CSS pixels. */
export const BOX_WIDTH = 180;
export const BOX_HEIGHT = 42;
const BETWEEN = 58;
const EDGE = 6;
/** From the middle of a box to the next: columns of few boxes are spread beside the longest. */
const LEAST_STEP = BOX_HEIGHT + 8;
const MOST_STEP = 96;
/** Chains of dependencies that are longer are folded: with the others and the countries, the drawing is as wide as a page. */
const MOST_COLUMNS = 3;
const SWEEPS = 6;

const curve = linkHorizontal<unknown, readonly [number, number]>();

/**
 * In columns from left to right: who depends, what is needed, on whom it depends, whose law holds there. Within a column each box is
 * as near as it can be to those it is joined with (the barycentre of K. Sugiyama, in a few sweeps).
 */
export function layoutOf(boxes: readonly Box[], joins: readonly Join[]): Layout {
  const columns = columnsOf(boxes, joins);
  const joined = neighboursOf(joins);
  const longest = Math.max(1, ...columns.map(({ length }) => length)) * LEAST_STEP;
  const middles = new Map<string, number>();
  for (const column of columns) spread(column, longest, middles);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const column of sweep % 2 === 0 ? columns.toReversed() : columns) {
      const wishes = new Map(column.map((id) => [id, mean((joined.get(id) ?? []).flatMap((other) => middles.get(other) ?? []))]));
      const wishOf = (id: string): number => wishes.get(id) ?? longest;
      column.sort((one, other) => wishOf(one) - wishOf(other));
      spread(column, longest, middles);
    }
  const corners = new Map(
    columns.flatMap((column, place) =>
      column.map((id) => [id, { x: EDGE + place * (BOX_WIDTH + BETWEEN), y: Math.round(EDGE + (middles.get(id) ?? 0) - BOX_HEIGHT / 2) }]),
    ),
  );
  return {
    width: 2 * EDGE + columns.length * BOX_WIDTH + Math.max(0, columns.length - 1) * BETWEEN,
    height: longest + 2 * EDGE,
    boxes: corners,
    paths: joins.map(({ from, to }) => pathBetween(corners.get(from), corners.get(to))),
  };
}

/** In their order, around the middle of the height. */
function spread(column: readonly string[], height: number, middles: Map<string, number>): void {
  const step = Math.min(MOST_STEP, Math.max(LEAST_STEP, height / column.length));
  for (const [place, id] of column.entries()) middles.set(id, height / 2 + (place - (column.length - 1) / 2) * step);
}

/** Ours by the longest chain of what depends on them, what is joined to nothing of ours next to the others; empty columns left out. */
function columnsOf(boxes: readonly Box[], joins: readonly Join[]): string[][] {
  const ours = new Set(boxes.flatMap(({ id, side }) => (side === "ours" ? [id] : [])));
  const among = joins.filter(({ from, to }) => ours.has(from) && ours.has(to));
  const tied = new Set(among.flatMap(({ from, to }) => [from, to]));
  const depths = new Map([...tied].map((id) => [id, 0]));
  // A loop would go deeper for ever: the last column ends it.
  for (let round = 0; round < MOST_COLUMNS; round += 1)
    for (const { from, to } of among)
      depths.set(to, Math.max(depths.get(to) ?? 0, Math.min(MOST_COLUMNS - 1, (depths.get(from) ?? 0) + 1)));
  const deepest = Math.max(0, ...depths.values());
  const placeOf = ({ id, side }: Box): number => (side === "ours" ? (depths.get(id) ?? deepest) : deepest + (side === "others" ? 1 : 2));
  const columns = Map.groupBy(boxes, placeOf);
  return [...columns.keys()].sort((one, other) => one - other).map((place) => (columns.get(place) ?? []).map(({ id }) => id));
}

function neighboursOf(joins: readonly Join[]): ReadonlyMap<string, readonly string[]> {
  const both = joins.flatMap(({ from, to }) => [
    [from, to],
    [to, from],
  ]);
  const grouped = Map.groupBy(both, ([one = ""]) => one);
  return new Map([...grouped].map(([id, pairs]) => [id, pairs.map(([, other = ""]) => other)]));
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function pathBetween(from: Corner | undefined, to: Corner | undefined): string {
  if (from === undefined || to === undefined) return "";
  const [start, end] = [from.y + BOX_HEIGHT / 2, to.y + BOX_HEIGHT / 2];
  if (from.x === to.x) {
    const side = from.x + BOX_WIDTH;
    return `M${side},${start}C${side + 40},${start},${side + 40},${end},${side},${end}`;
  }
  const goesRight = from.x < to.x;
  const source = [goesRight ? from.x + BOX_WIDTH : from.x, start] as const;
  return curve({ source, target: [goesRight ? to.x : to.x + BOX_WIDTH, end] as const }) ?? "";
}
