import type { Serving } from "../search-index/functions.ts";
import type { SearchIndex } from "../search-index/search-index.ts";
import { type AskedReading, LISTED } from "./asked-words.ts";

/** As many phrases of the thesaurus are read for one word at most. */
const MOST_PHRASES = 2_000;
/** Functions that a query may mean, and from which share of the best. */
const MOST_FUNCTIONS = 6;
const WORTH_MEANING = 0.55;
/** A phrase of three words or more of which one is missing is recognised this much. */
const ONE_MISSING = 0.55;

/** A function of which the query says the label or a synonym, whole or nearly. */
export type Meant = {
  readonly functionId: number;
  readonly phrase: string;
  /** Words of the query that say it. */
  readonly words: readonly number[];
  readonly score: number;
};
/** The function for which a software is found, and how much. */
export type Served = { readonly meant: Meant; readonly score: number };

export function meantFunctions(index: SearchIndex, readings: readonly AskedReading[]): readonly Meant[] {
  const byFunction = new Map<number, Meant>();
  for (const meant of recognised(index, readings)) {
    const best = byFunction.get(meant.functionId);
    const isBetter = best === undefined || meant.score > best.score || (meant.score === best.score && meant.phrase < best.phrase);
    if (isBetter) byFunction.set(meant.functionId, meant);
  }
  const all = [...byFunction.values()];
  const best = Math.max(0, ...all.map(({ score }) => score));
  return all
    .filter(({ score }) => score >= WORTH_MEANING * best)
    .sort((a, b) => b.score - a.score || a.functionId - b.functionId)
    .slice(0, MOST_FUNCTIONS);
}

type Met = {
  readonly functionId: number;
  readonly phrase: string;
  readonly size: number;
  readonly words: Set<number>;
  readonly stems: Set<number>;
  /** The best of each word of the query and stem. */
  readonly best: Map<number, number>;
};

/** The phrases of which all the words are met, or all but one of the longer. */
function recognised(index: SearchIndex, readings: readonly AskedReading[]): readonly Meant[] {
  const phrases = new Map<number, Met>();
  const stemsInAll = index.lexicon.stems();
  for (const { asked, stemId, weight, likeness } of readings) {
    for (const { functionId, phrase, phraseId, size } of index.functions.wordsOf(stemId).slice(0, MOST_PHRASES)) {
      const met = phrases.get(phraseId) ?? { functionId, phrase, size, words: new Set(), stems: new Set(), best: new Map() };
      phrases.set(phraseId, met);
      met.words.add(asked);
      met.stems.add(stemId);
      const word = asked * stemsInAll + stemId;
      met.best.set(word, Math.max(met.best.get(word) ?? 0, weight * likeness));
    }
  }
  return [...phrases.values()]
    .filter(({ stems, size }) => stems.size >= size - (size > 2 ? 1 : 0))
    .map(({ functionId, phrase, size, words, stems, best }): Meant => {
      const weight = [...best.values()].reduce((sum, each) => sum + each, 0);
      const score = Math.sqrt(Math.min(1, weight)) * (stems.size >= size ? 1 : ONE_MISSING);
      return { functionId, phrase, words: [...words].sort((a, b) => a - b), score };
    });
}

/** The software that serve these functions, each by the one that brings it most. */
export function servedBy(index: SearchIndex, meant: readonly Meant[]): ReadonlyMap<number, Served> {
  const served = new Map<number, Served>();
  for (const each of meant) {
    for (const { software, strength } of firstThere(index, each.functionId)) {
      const score = each.score * strength;
      const best = served.get(software);
      const isBetter = best === undefined || score > best.score || (score === best.score && each.functionId < best.meant.functionId);
      if (isBetter) served.set(software, { meant: each, score });
    }
  }
  return served;
}

function firstThere({ functions, software }: SearchIndex, functionId: number): readonly Serving[] {
  const first: Serving[] = [];
  for (const row of functions.postings.of(functionId)) {
    if (first.length === LISTED) break;
    const serving = functions.servingAt(row);
    if (software.isThere(serving.software)) first.push(serving);
  }
  return first;
}
