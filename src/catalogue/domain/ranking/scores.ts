import type { MetWord } from "./met-words.ts";

/** How much of the score comes from each word by itself, and from a phrase met whole. */
const WORDS = 0.6;
const PHRASE = 0.4;
/** How much of what is still missing from the score a function of the thesaurus, recognised in the query, brings. */
const FUNCTION = 0.7;
/** Met in several places (a business word and the description), a word says a little more. */
const ELSEWHERE = 0.03;
/** Words of one phrase that stand far apart in the query count this much. */
const FAR_APART = 0.5;

/**
 * Each word of the query counts by its rarity and by the best place where it is met; a phrase (name, business word) met whole counts
 * more; so does a function of the thesaurus, of which the query says a synonym. From 0 to 1.
 */
export function scoreOf(words: readonly MetWord[], served: number): number {
  const said = Math.min(1, WORDS * eachWord(words) + PHRASE * bestPhrase(words));
  return said + (1 - said) * FUNCTION * served;
}

/** What is met of one word of the query. Lists are short: looking through them is quicker than keys would be. */
type Word = { readonly asked: number; best: number; places: number };

/** A bit for each place. */
const PLACES: Readonly<Record<MetWord["place"], number>> = {
  name: 1,
  term: 2,
  category: 4,
  description: 8,
  function: 16,
  replaces: 32,
  "same-use": 64,
};

function countOf(places: number): number {
  let count = 0;
  for (let left = places; left > 0; left &= left - 1) count++;
  return count;
}

function eachWord(words: readonly MetWord[]): number {
  const met: Word[] = [];
  for (const { reading, place, likeness, strength } of words) {
    const part = reading.weight * likeness * strength;
    const known = met.find(({ asked }) => asked === reading.asked);
    if (known === undefined) met.push({ asked: reading.asked, best: part, places: PLACES[place] });
    else {
      known.best = Math.max(known.best, part);
      known.places |= PLACES[place];
    }
  }
  let sum = 0;
  for (const { best, places } of met) sum += best * (1 + ELSEWHERE * (countOf(places) - 1));
  return sum;
}

type Phrase = Pick<MetWord, "place" | "phrase" | "size"> & {
  sum: number;
  strength: number;
  first: number;
  last: number;
  readonly stems: number[];
};

function bestPhrase(words: readonly MetWord[]): number {
  const phrases: Phrase[] = [];
  for (const { reading, place, phrase, size, likeness, strength } of words) {
    if (place === "description") continue;
    const part = reading.weight * likeness;
    const known = phrases.find((each) => each.phrase === phrase && each.place === place && each.size === size);
    if (known === undefined)
      phrases.push({ place, phrase, size, sum: part, strength, first: reading.at, last: reading.at, stems: [reading.stemId] });
    else {
      known.sum += part;
      known.strength = Math.max(known.strength, strength);
      known.first = Math.min(known.first, reading.at);
      known.last = Math.max(known.last, reading.at);
      if (!known.stems.includes(reading.stemId)) known.stems.push(reading.stemId);
    }
  }
  let best = 0;
  for (const { sum, strength, first, last, size, stems } of phrases) {
    const apart = last - first > 2 * size ? FAR_APART : 1;
    best = Math.max(best, sum * Math.min(1, stems.length / size) * apart * strength);
  }
  return best;
}
