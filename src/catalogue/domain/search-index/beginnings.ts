import type { Lexicon } from "./lexicon.ts";

/** As many new words are looked through one by one before all are sorted again. */
const MOST_UNSORTED = 2_000;

export type Beginnings = (start: string) => readonly number[];

/** The words that begin so, in no order that matters. Sorted when first asked. */
export function beginningsIn(lexicon: Lexicon): Beginnings {
  let sorted: readonly string[] = [];
  const firstFrom = (text: string): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (start) => {
    if (lexicon.size() - sorted.length > MOST_UNSORTED || sorted.length === 0)
      sorted = Array.from({ length: lexicon.size() }, (_, id) => lexicon.writtenOf(id)).sort();
    const found = sorted.slice(firstFrom(start), firstFrom(`${start}\uFFFF`)).map((written) => lexicon.idOf(written) ?? -1);
    for (let id = sorted.length; id < lexicon.size(); id++) if (lexicon.writtenOf(id).startsWith(start)) found.push(id);
    return found;
  };
}
