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
export const BOX_WIDTH = 208;
export const BOX_HEIGHT = 36;
const GAP = 10;
const BETWEEN = 84;
const EDGE = 8;
/** Chains of dependencies that are longer are folded: the drawing keeps to a screen or two. */
const MOST_COLUMNS = 4;
const SWEEPS = 6;

const curve = linkHorizontal<unknown, readonly [number, number]>();

/**
 * In columns from left to right: who depends, what is needed, on whom it depends, whose law holds there. Within a column each box is
 * as near as it can be to those it is joined with (the barycentre of K. Sugiyama, in a few sweeps).
 */
export function layoutOf(boxes: readonly Box[], joins: readonly Join[]): Layout {
  const columns = columnsOf(boxes, joins);
  const joined = neighboursOf(joins);
  const middles = new Map<string, number>();
  for (const column of columns) settle(column, middles, () => undefined);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const column of sweep % 2 === 0 ? columns.toReversed() : columns)
      settle(column, middles, (id) => mean((joined.get(id) ?? []).flatMap((other) => middles.get(other) ?? [])));
  const top = Math.min(0, ...middles.values()) - BOX_HEIGHT / 2 - EDGE;
  const corners = new Map(
    columns.flatMap((column, place) =>
      column.map((id) => [id, { x: EDGE + place * (BOX_WIDTH + BETWEEN), y: Math.round((middles.get(id) ?? 0) - BOX_HEIGHT / 2 - top) }]),
    ),
  );
  return {
    width: 2 * EDGE + columns.length * BOX_WIDTH + Math.max(0, columns.length - 1) * BETWEEN,
    height: Math.max(BOX_HEIGHT, ...[...corners.values()].map(({ y }) => y + BOX_HEIGHT)) + EDGE,
    boxes: corners,
    paths: joins.map(({ from, to }) => pathBetween(corners.get(from), corners.get(to))),
  };
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

/** Orders a column by where each box would rather be, then places each there, or as near as those above let it. */
function settle(column: string[], middles: Map<string, number>, wishOf: (id: string) => number | undefined): void {
  const step = BOX_HEIGHT + GAP;
  const wishes = new Map(column.map((id, place) => [id, wishOf(id) ?? middles.get(id) ?? place * step]));
  column.sort((one, other) => (wishes.get(one) ?? 0) - (wishes.get(other) ?? 0));
  let free = Number.NEGATIVE_INFINITY;
  let pushed = 0;
  for (const id of column) {
    const wish = wishes.get(id) ?? 0;
    const middle = Math.max(wish, free);
    pushed += middle - wish;
    middles.set(id, middle);
    free = middle + step;
  }
  // What was pushed down is shared: the column as a whole stays where its boxes wished.
  const back = column.length === 0 ? 0 : pushed / column.length;
  for (const id of column) middles.set(id, (middles.get(id) ?? 0) - back);
}

function pathBetween(from: Corner | undefined, to: Corner | undefined): string {
  if (from === undefined || to === undefined) return "";
  const [start, end] = [from.y + BOX_HEIGHT / 2, to.y + BOX_HEIGHT / 2];
  if (from.x === to.x) {
    const side = from.x + BOX_WIDTH;
    return `M${side},${start}C${side + 46},${start},${side + 46},${end},${side},${end}`;
  }
  const goesRight = from.x < to.x;
  const source = [goesRight ? from.x + BOX_WIDTH : from.x, start] as const;
  return curve({ source, target: [goesRight ? to.x : to.x + BOX_WIDTH, end] as const }) ?? "";
}
