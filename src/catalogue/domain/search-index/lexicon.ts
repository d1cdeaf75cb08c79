/**
 * Every word of the catalogue and of the thesaurus, as a number: as it is written (without accents), and its stem. A word that nobody
 * says any more keeps its number, and is said by none.
 */
export type Lexicon = {
  /** The number of a written word, made if it is new. */
  readonly add: (written: string, word: string) => number;
  readonly idOf: (written: string) => number | undefined;
  readonly writtenOf: (id: number) => string;
  /** The number of the stem of a written word. */
  readonly stemOf: (id: number) => number;
  readonly stemId: (word: string) => number | undefined;
  readonly stem: (stemId: number) => string;
  /** One entry more, or less, says it. */
  readonly count: (id: number, by: 1 | -1) => void;
  /** One software more, or less, is named by this word alone. */
  readonly countNamed: (id: number, by: 1 | -1) => void;
  /** In how many entries it stands, written so. */
  readonly entriesOf: (id: number) => number;
  readonly isName: (id: number) => boolean;
  /** Of all the words of a stem: an entry that writes two of them counts twice. */
  readonly entriesOfStem: (stemId: number) => number;
  readonly size: () => number;
  readonly stems: () => number;
};

export function emptyLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const stemIds = new Map<string, number>();
  const writtens: string[] = [];
  const stems: string[] = [];
  const stemOf: number[] = [];
  const entries: number[] = [];
  const names: number[] = [];
  const entriesOfStem: number[] = [];
  const stemIdOf = (word: string): number => {
    const known = stemIds.get(word);
    if (known !== undefined) return known;
    stemIds.set(word, stems.length);
    entriesOfStem.push(0);
    return stems.push(word) - 1;
  };
  return {
    add: (written, word) => {
      const known = ids.get(written);
      if (known !== undefined) return known;
      ids.set(written, writtens.length);
      stemOf.push(stemIdOf(word));
      entries.push(0);
      names.push(0);
      return writtens.push(written) - 1;
    },
    idOf: (written) => ids.get(written),
    writtenOf: (id) => writtens[id] ?? "",
    stemOf: (id) => stemOf[id] ?? -1,
    stemId: (word) => stemIds.get(word),
    stem: (stemId) => stems[stemId] ?? "",
    count: (id, by) => {
      entries[id] = (entries[id] ?? 0) + by;
      const stemId = stemOf[id] ?? -1;
      entriesOfStem[stemId] = (entriesOfStem[stemId] ?? 0) + by;
    },
    countNamed: (id, by) => {
      names[id] = (names[id] ?? 0) + by;
    },
    entriesOf: (id) => entries[id] ?? 0,
    isName: (id) => (names[id] ?? 0) > 0,
    entriesOfStem: (stemId) => entriesOfStem[stemId] ?? 0,
    size: () => writtens.length,
    stems: () => stems.length,
  };
}
