import type { SaidPlace } from "./sayings.ts";
import { inOrder } from "./trigrams.ts";

/** A software as the index takes it. */
export type IndexedSoftware = {
  readonly slug: string;
  readonly free: boolean | null;
  readonly categories: readonly string[];
  /** Slugs of the products that it can replace. */
  readonly replaces: readonly string[];
  /** In how many places of reference it is known (Wikidata, endoflife.date). */
  readonly references: number;
  readonly sayings: readonly IndexedSaying[];
  /** Functions of the thesaurus that it serves, and how surely. */
  readonly functions: readonly (readonly [number, number])[];
};

/** `words`: three by three, a word as written, its stem, and the size of the phrase. */
export type IndexedSaying = {
  readonly place: SaidPlace;
  readonly phrase: string | null;
  readonly about: string | null;
  readonly strength: number;
  readonly words: readonly string[];
};

export type SoftwareFacts = Pick<IndexedSoftware, "slug" | "free" | "categories" | "replaces" | "references">;

/** The software of the index, each with its number: one that is told anew gets another number. */
export type SoftwareTable = {
  /** `firstRow`: where what is said of it begins. */
  readonly add: (software: SoftwareFacts, firstRow: number) => number;
  readonly close: (id: number, endRow: number) => void;
  readonly remove: (id: number) => void;
  readonly isThere: (id: number) => boolean;
  readonly idOf: (slug: string) => number | undefined;
  readonly at: (id: number) => SoftwareFacts;
  /** From the first, up to the second, which is not among them. */
  readonly rowsOf: (id: number) => readonly [number, number];
  /** Those that say that they can replace this one. */
  readonly replacing: (slug: string) => readonly number[];
  readonly order: (one: number, other: number) => number;
  readonly count: () => number;
  readonly all: () => readonly SoftwareFacts[];
  readonly rowsGone: () => number;
};

export function emptySoftwareTable(): SoftwareTable {
  const ids = new Map<string, number>();
  const facts: (SoftwareFacts | undefined)[] = [];
  /** Of those that are gone too: their rows stay in lists that are in this order. */
  const slugs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const replacedBy = new Map<string, number[]>();
  const lists = new Map<string, readonly string[]>();
  /** Most lists are the same: one is kept of each. */
  const shared = (list: readonly string[]): readonly string[] => {
    const key = list.join(" ");
    const known = lists.get(key);
    if (known === undefined) lists.set(key, list);
    return known ?? list;
  };
  let rowsGone = 0;
  const isThere = (id: number): boolean => facts[id] !== undefined;
  return {
    add: ({ slug, free, categories, replaces, references }, firstRow) => {
      const id = facts.push({ slug, free, categories: shared(categories), replaces: shared(replaces), references }) - 1;
      ids.set(slug, id);
      slugs.push(slug);
      starts.push(firstRow);
      ends.push(firstRow);
      for (const product of replaces) {
        const known = replacedBy.get(product);
        if (known === undefined) replacedBy.set(product, [id]);
        else known.push(id);
      }
      return id;
    },
    close: (id, endRow) => {
      ends[id] = endRow;
    },
    remove: (id) => {
      ids.delete(facts[id]?.slug ?? "");
      facts[id] = undefined;
      rowsGone += (ends[id] ?? 0) - (starts[id] ?? 0);
    },
    isThere,
    idOf: (slug) => ids.get(slug),
    at: (id) => facts[id] ?? GONE,
    rowsOf: (id) => [starts[id] ?? 0, ends[id] ?? 0],
    replacing: (slug) => (replacedBy.get(slug) ?? []).filter(isThere),
    order: (one, other) => inOrder(slugs[one] ?? "", slugs[other] ?? ""),
    count: () => ids.size,
    all: () => facts.filter((each) => each !== undefined),
    rowsGone: () => rowsGone,
  };
}

const GONE: SoftwareFacts = { slug: "", free: null, categories: [], replaces: [], references: 0 };
