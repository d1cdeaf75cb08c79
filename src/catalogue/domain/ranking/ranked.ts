import type { Asked } from "../readings.ts";
import type { Hit } from "../reasons.ts";
import type { SearchInput } from "../search.ts";
import { NO_PHRASE } from "../search-index/sayings.ts";
import type { SearchIndex } from "../search-index/search-index.ts";
import type { SoftwareFacts } from "../search-index/software-table.ts";
import { inOrder } from "../search-index/trigrams.ts";
import { askedReadings } from "./asked-words.ts";
import { meantFunctions, type Served, servedBy } from "./meant-functions.ts";
import { type MetWord, metWords } from "./met-words.ts";
import { replacingWords } from "./replacing.ts";
import { scoreOf } from "./scores.ts";

export type Ranked = { readonly slug: string; readonly score: number; readonly hits: readonly Hit[] };
export type Ranking = {
  readonly page: readonly Ranked[];
  readonly total: number;
  /** Of all that answers, whichever category is asked for. */
  readonly categories: ReadonlySet<string>;
};

/** Settles between equals: what replaces much and is known elsewhere first. */
const PRIOR = 0.004;
const MOST_REPLACED = 4;
/** Below this share of the best score (of the best free one, for the free), or below this score, a result is noise. */
const WORTH_SHOWING = 0.4;
const LEAST = 0.08;

/** The software that answer, the free ones first, each with what the query said of it. */
export function ranked(index: SearchIndex, input: SearchInput, asked: readonly Asked[]): Ranking {
  const readings = askedReadings(index, asked);
  const served = servedBy(index, meantFunctions(index, readings));
  const met = metWords(index, readings, served.keys());
  const replacing = replacingWords(index, met);
  const wordsOf = (id: number): readonly MetWord[] => {
    const [own = [], lent] = [met.get(id), replacing.get(id)];
    return lent === undefined ? own : [...own, ...lent];
  };
  const found = [...new Set([...met.keys(), ...replacing.keys()])]
    .map((id) => ({ id, facts: index.software.at(id) }))
    .filter(({ facts }) => input.free === undefined || facts.free === input.free)
    .map(({ id, facts }): Scored => {
      const said = scoreOf(wordsOf(id), served.get(id)?.score ?? 0);
      return { id, facts, said, score: settled(Math.min(1, said + priorOf(facts))) };
    });
  const { category } = input;
  const all = worthShowing(found);
  const shown = (category === undefined ? all : worthShowing(found.filter(({ facts }) => facts.categories.includes(category)))).sort(
    (a, b) => freedom(b.facts) - freedom(a.facts) || b.score - a.score || inOrder(a.facts.slug, b.facts.slug),
  );
  const from = input.offset ?? 0;
  const page = shown.slice(from, from + input.limit).map(({ id, facts, score }): Ranked => {
    const functionHits = hitsOfFunction(index, served.get(id));
    return {
      slug: facts.slug,
      score: Math.round(score * 1000) / 1000,
      hits: [...strongestFirst(wordsOf(id)).map((word) => hitOf(index, word)), ...functionHits],
    };
  });
  return { page, total: shown.length, categories: new Set(all.flatMap(({ facts }) => facts.categories)) };
}

type Scored = { readonly id: number; readonly facts: SoftwareFacts; readonly said: number; readonly score: number };

/** `found`, without what is noise beside the best of it. */
function worthShowing(found: readonly Scored[]): Scored[] {
  const best = { free: 0, all: 0 };
  for (const { facts, said } of found) {
    best.all = Math.max(best.all, said);
    if (facts.free === true) best.free = Math.max(best.free, said);
  }
  return found.filter(({ facts, score }) => score >= Math.max(LEAST, WORTH_SHOWING * (facts.free === true ? best.free : best.all)));
}

/** Equal scores stay equal, in whatever order their parts were added up. */
function settled(score: number): number {
  return Math.round(score * 1e9) / 1e9;
}

/** Reasons that are worth the same are given in this order. */
function strongestFirst(words: readonly MetWord[]): readonly MetWord[] {
  return [...words].sort((a, b) => b.strength - a.strength);
}

/** The free first, then those that are not, then those of which it is not known. */
function freedom({ free }: SoftwareFacts): number {
  return free === null ? -1 : Number(free);
}

function priorOf({ replaces, references }: SoftwareFacts): number {
  return PRIOR * (Math.min(replaces.length, MOST_REPLACED) + references);
}

function hitOf({ categories, phrases, software }: SearchIndex, { reading, place, phrase, product, size }: MetWord): Hit {
  const category = place === "category" ? phrases.aboutOf(phrase) : null;
  const label = (category !== null && categories.get(category)?.label) || null;
  const about = product === undefined ? category : software.at(product).slug;
  return {
    asked: reading.asked,
    word: reading.word,
    place,
    phrase: phrase === NO_PHRASE ? null : phrases.textOf(phrase),
    about,
    size,
    label,
  };
}

function hitsOfFunction({ functions }: SearchIndex, served: Served | undefined): readonly Hit[] {
  if (served === undefined) return [];
  const { functionId, phrase, words } = served.meant;
  const label = functions.labels.get(functionId) ?? null;
  return words.map((asked): Hit => ({ asked, word: "", place: "function", phrase, about: String(functionId), size: 1, label }));
}
