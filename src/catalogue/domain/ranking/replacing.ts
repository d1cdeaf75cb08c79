import { SAID_PLACES } from "../search-index/sayings.ts";
import type { SearchIndex, Taking } from "../search-index/search-index.ts";
import { LISTED } from "./asked-words.ts";
import type { MetWord } from "./met-words.ts";

/** Likeness from which a proprietary product counts as named. */
const NAMED = 0.7;
/** What a declared replacement takes of the product's place: this, and more the nearer it is in use. */
const DECLARED = 0.85;
const NEAREST_IN_USE = 0.12;
/** What software of the same use takes of it, by the share of its uses; below the least, they are of another use. */
const SAME_USE = 0.8;
const LEAST_NEAR = 0.25;

/**
 * A proprietary product that is named lends its place to the software that can replace it, or, where none is known to, something of
 * it to free software of the same use. Gives what that adds for each software.
 */
export function replacingWords(
  index: SearchIndex,
  metBySoftware: ReadonlyMap<number, readonly MetWord[]>,
): ReadonlyMap<number, readonly MetWord[]> {
  const added = new Map<number, MetWord[]>();
  for (const [product, met] of metBySoftware) {
    for (const named of namedIn(index, product, met)) {
      for (const { software, place, strength } of takingPlaceOf(index, product)) {
        const words = added.get(software) ?? [];
        added.set(software, words);
        for (const word of named) words.push({ ...word, place, product, strength });
      }
    }
  }
  return added;
}

/** The names of a product that the query says whole, each with all its words that were met. */
function namedIn(index: SearchIndex, product: number, words: readonly MetWord[]): readonly (readonly MetWord[])[] {
  if (index.software.at(product).free !== false) return [];
  const named = words.filter(({ place }) => place === "name");
  if (named.length === 0) return [];
  return [...Map.groupBy(named, ({ phrase }) => phrase).values()].filter(isSaidWhole);
}

function isSaidWhole(words: readonly MetWord[]): boolean {
  const sure = words.filter(({ likeness }) => likeness > NAMED);
  const bySize = Map.groupBy(sure, ({ size }) => size);
  return [...bySize].some(([size, all]) => new Set(all.map(({ reading }) => reading.stemId)).size >= size);
}

/** As many products are remembered at most. */
const MOST_REMEMBERED = 2_000;

/** The same for whoever names the product: found out once. */
function takingPlaceOf(index: SearchIndex, product: number): readonly Taking[] {
  const known = index.takings.get(product);
  if (known !== undefined) return known;
  if (index.takings.size >= MOST_REMEMBERED) index.takings.clear();
  const found = findTakings(index, product);
  index.takings.set(product, found);
  return found;
}

function findTakings(index: SearchIndex, product: number): readonly Taking[] {
  const uses = usesOf(index, product);
  const declared = index.software.replacing(index.software.at(product).slug);
  const shared = (software: number): number => {
    const theirs = usesOf(index, software);
    let both = 0;
    for (const use of uses) if (theirs.has(use)) both++;
    return both / Math.max(1, uses.size);
  };
  if (declared.length > 0)
    return declared.map((software): Taking => ({ software, place: "replaces", strength: DECLARED + NEAREST_IN_USE * shared(software) }));
  const near = new Map([...uses].flatMap((use) => usedFor(index, use)).map((software) => [software, shared(software)]));
  return [...near]
    .filter(([software, share]) => share >= LEAST_NEAR && index.software.at(software).free === true)
    .map(([software, share]): Taking => ({ software, place: "same-use", strength: SAME_USE * share }));
}

const isUse = (place: number): boolean => SAID_PLACES[place] === "term" || SAID_PLACES[place] === "category";

/** The words of its business words and categories. */
function usesOf({ software, sayings, lexicon }: SearchIndex, id: number): ReadonlySet<number> {
  const uses = new Set<number>();
  const [from, to] = software.rowsOf(id);
  for (let row = from; row < to; row++) if (isUse(sayings.placeAt(row))) uses.add(lexicon.stemOf(sayings.writtenAt(row)));
  return uses;
}

/** The first software, the surest first, that have the word among their business words or categories. */
function usedFor({ software, sayings }: SearchIndex, stemId: number): readonly number[] {
  const found = new Set<number>();
  for (const row of sayings.postings.of(stemId)) {
    if (found.size === LISTED) break;
    if (isUse(sayings.placeAt(row)) && software.isThere(sayings.softwareAt(row))) found.add(sayings.softwareAt(row));
  }
  return [...found];
}
