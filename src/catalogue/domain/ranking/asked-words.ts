import type { Asked } from "../readings.ts";
import type { SearchIndex } from "../search-index/search-index.ts";

/** In software: of a word that more speak of than this, the first alone are read, and those that other words bring. */
export const LISTED = 120;

/** One reading of one word of the query, by the numbers of the index. */
export type AskedReading = {
  /** Which word of the query that counts, from 0. */
  readonly asked: number;
  /** Its place in the query. */
  readonly at: number;
  readonly stemId: number;
  readonly word: string;
  /** Number of the word as written; undefined where no entry writes it so. */
  readonly written: number | undefined;
  readonly likeness: number;
  /** Its part of the whole query. */
  readonly weight: number;
  /** More software speak of it than are listed. */
  readonly common: boolean;
};

export function askedReadings({ lexicon }: SearchIndex, asked: readonly Asked[]): readonly AskedReading[] {
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  return asked.flatMap(({ readings, weight, at }, index) =>
    readings.flatMap(({ word, written, likeness, software }): AskedReading[] => {
      const stemId = lexicon.stemId(word);
      if (stemId === undefined) return [];
      const common = software > LISTED;
      return [{ asked: index, at, stemId, word, written: lexicon.idOf(written), likeness, weight: weight / whole, common }];
    }),
  );
}
