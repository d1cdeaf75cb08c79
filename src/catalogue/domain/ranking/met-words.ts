import type { Hit } from "../reasons.ts";
import { SAID_PLACES } from "../search-index/sayings.ts";
import type { SearchIndex } from "../search-index/search-index.ts";
import { type AskedReading, LISTED } from "./asked-words.ts";

/** A word that shares only its stem with the word typed (« paie », « paiement ») is met this much; a name (« former », « Forms »), that much. */
const STEM = 0.95;
const STEM_OF_NAME = 0.4;

/** A reading of a word of the query, met in something that is said of a software. */
export type MetWord = {
  readonly reading: AskedReading;
  readonly place: Hit["place"];
  /** Number of the phrase; NO_PHRASE in a description. */
  readonly phrase: number;
  /** The proprietary product that lends its place. */
  readonly product: number | undefined;
  readonly size: number;
  readonly likeness: number;
  readonly strength: number;
};

/**
 * Where the words of the query stand in what is said of software. Of each word the strongest rows are read; of a common word, also
 * all that is said of the software that another word or a function brings.
 */
export function metWords(index: SearchIndex, readings: readonly AskedReading[], served: Iterable<number>): Map<number, MetWord[]> {
  const listed = readings.map((reading) => ({ reading, rows: firstRows(index, reading.stemId) }));
  const met = new Map<number, MetWord[]>();
  const hitsOf = (software: number): MetWord[] => {
    const known = met.get(software);
    if (known !== undefined) return known;
    const hits: MetWord[] = [];
    met.set(software, hits);
    return hits;
  };
  for (const software of served) hitsOf(software);
  for (const { reading, rows } of listed) {
    for (const row of rows) {
      const hits = hitsOf(index.sayings.softwareAt(row));
      if (!reading.common) hits.push(metAt(index, reading, row));
    }
  }
  const common = readings.filter((reading) => reading.common);
  if (common.length > 0) addCommon(index, common, met);
  return met;
}

/** The first rows of a stem that speak of software that is there. */
function firstRows({ sayings, software }: SearchIndex, stemId: number): readonly number[] {
  const first: number[] = [];
  for (const row of sayings.postings.of(stemId)) {
    if (first.length > LISTED) break;
    if (software.isThere(sayings.softwareAt(row))) first.push(row);
  }
  return first;
}

/** All that is said of the software met is gone through: a mark for each stem is quicker to look at than a key. */
function addCommon(index: SearchIndex, common: readonly AskedReading[], met: ReadonlyMap<number, MetWord[]>): void {
  const { lexicon, sayings } = index;
  const byStem = Map.groupBy(common, ({ stemId }) => stemId);
  const isCommon = new Uint8Array(lexicon.stems());
  for (const stemId of byStem.keys()) isCommon[stemId] = 1;
  for (const [software, hits] of met) {
    const [from, to] = index.software.rowsOf(software);
    for (let row = from; row < to; row++) {
      const stemId = lexicon.stemOf(sayings.writtenAt(row));
      if (isCommon[stemId] === 1) for (const reading of byStem.get(stemId) ?? []) hits.push(metAt(index, reading, row));
    }
  }
}

function metAt({ sayings }: SearchIndex, reading: AskedReading, row: number): MetWord {
  const place = SAID_PLACES[sayings.placeAt(row)] ?? "description";
  const asWritten = sayings.writtenAt(row) === reading.written;
  return {
    reading,
    place,
    phrase: sayings.phraseAt(row),
    product: undefined,
    size: sayings.sizeAt(row),
    likeness: reading.likeness * (asWritten ? 1 : place === "name" ? STEM_OF_NAME : STEM),
    strength: sayings.strengthAt(row),
  };
}
