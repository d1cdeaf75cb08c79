import type { BothLanguages } from "../software.ts";
import { FIRST_ROOM, grown, roomFor } from "./growing.ts";
import { type Postings, postingsOf } from "./postings.ts";

/** A word of a way to say a function of the thesaurus. `size`: words of the phrase. */
export type FunctionWord = {
  readonly functionId: number;
  readonly phrase: string;
  readonly written: string;
  readonly word: string;
  readonly size: number;
};

/** `phraseId`: of the phrase, among those of all functions. */
export type NumberedWord = FunctionWord & { readonly phraseId: number };

export type Serving = { readonly software: number; readonly strength: number };

/** What software is for: the words that say each function, and the software that serve it. */
export type Functions = {
  readonly addWord: (stemId: number, word: FunctionWord) => void;
  readonly wordsOf: (stemId: number) => readonly NumberedWord[];
  readonly addServing: (functionId: number, serving: Serving) => void;
  readonly servings: () => number;
  /** Rows of the software that serve a function, the strongest first; some may be gone. */
  readonly postings: Postings;
  readonly servingAt: (row: number) => Serving;
  /** Makes the lists anew of the software that is there. */
  readonly settle: () => void;
  readonly labels: Map<number, BothLanguages>;
};

/** `before`: the order among software, where strengths are the same. */
export function emptyFunctions(before: (one: number, other: number) => number, isThere: (software: number) => boolean): Functions {
  const words = new Map<number, NumberedWord[]>();
  const phraseIds = new Map<string, number>();
  let count = 0;
  let largest = 0;
  let functionIds = new Uint32Array(FIRST_ROOM);
  let software = new Uint32Array(FIRST_ROOM);
  let strengths = new Float32Array(FIRST_ROOM);
  const postings = postingsOf({
    length: () => count,
    keyAt: (row) => functionIds[row] ?? 0,
    strengthAt: (row) => strengths[row] ?? 0,
    before: (a, b) => before(software[a] ?? 0, software[b] ?? 0),
  });
  return {
    addWord: (stemId, word) => {
      const phrase = `${word.functionId} ${word.phrase}`;
      const phraseId = phraseIds.get(phrase) ?? phraseIds.size;
      phraseIds.set(phrase, phraseId);
      const known = words.get(stemId) ?? [];
      words.set(stemId, known);
      known.push({ ...word, phraseId });
    },
    wordsOf: (stemId) => words.get(stemId) ?? [],
    addServing: (functionId, serving) => {
      if (count === software.length) {
        const room = roomFor(count);
        functionIds = grown(functionIds, new Uint32Array(room));
        software = grown(software, new Uint32Array(room));
        strengths = grown(strengths, new Float32Array(room));
      }
      functionIds[count] = functionId;
      software[count] = serving.software;
      strengths[count] = serving.strength;
      largest = Math.max(largest, functionId);
      count++;
    },
    servings: () => count,
    postings,
    servingAt: (row) => ({ software: software[row] ?? 0, strength: strengths[row] ?? 0 }),
    settle: () => postings.settle(largest + 1, (row) => isThere(software[row] ?? 0)),
    labels: new Map(),
  };
}
