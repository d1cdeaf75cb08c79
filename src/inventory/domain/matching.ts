import { foldedName, nearestName } from "./folded-name.ts";
import { COLUMNS, type ImportColumn, type ImportWords } from "./import-line.ts";

/** Which of our columns stands at each place of the file; null for those left aside. */
export type Layout = readonly (ImportColumn | null)[];

/** How the columns of a file are understood. `stated`: somebody said so, and the next file of the same headings is read alike. */
export type Matching = { readonly headings: readonly string[]; readonly columns: Layout; readonly stated: boolean };

/** Pure: what each heading means by its words, else by its likeness to them. A meaning is given once, to the first that has it exactly. */
export function guessedLayout(headings: readonly string[], words: ImportWords): Layout {
  const given = new Set<ImportColumn>();
  const take = (column: ImportColumn | undefined): ImportColumn | null => {
    if (column === undefined || given.has(column)) return null;
    given.add(column);
    return column;
  };
  const exact = headings.map((heading) => take(COLUMNS.find((each) => words.columns[each].includes(headingKey(heading)))));
  return exact.map((column, index) => column ?? (index < LIKENESS_FOR ? take(likest(headings[index] ?? "", given, words)) : null));
}

/** Beyond this many headings, likeness is not looked for: no list has so many, and it takes time. */
const LIKENESS_FOR = 60;

function likest(heading: string, given: ReadonlySet<ImportColumn>, words: ImportWords): ImportColumn | undefined {
  const key = headingKey(heading);
  if (key.length < 4) return undefined;
  const open = COLUMNS.filter((column) => !given.has(column)).flatMap((column) => words.columns[column].map((name) => ({ column, name })));
  const name = nearestName(
    key,
    open.map((each) => each.name),
    0.6,
  );
  return open.find((each) => each.name === name)?.column;
}

/** As headings are compared: without capitals, accents nor punctuation. « Service(s) » is « service s ». */
export function headingKey(heading: string): string {
  return foldedName(heading.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How many headings are understood by their words. */
export function knownHeadings(headings: readonly string[], words: ImportWords): number {
  const known = new Set(Object.values(words.columns).flat());
  return headings.filter((heading) => known.has(headingKey(heading))).length;
}

export type LayoutRefusal =
  | { readonly kind: "no-name-column" }
  | { readonly kind: "column-twice"; readonly column: ImportColumn; readonly places: readonly number[] };

/** Pure: what is wrong with what people say of the columns. */
export function layoutRefusals(layout: Layout): readonly LayoutRefusal[] {
  const twice = COLUMNS.flatMap((column): LayoutRefusal[] => {
    const places = layout.flatMap((each, index) => (each === column ? [index] : []));
    return places.length > 1 ? [{ kind: "column-twice", column, places }] : [];
  });
  return layout.includes("name") ? twice : [{ kind: "no-name-column" }, ...twice];
}

export function isMatched(layout: Layout): boolean {
  return layoutRefusals(layout).length === 0;
}
