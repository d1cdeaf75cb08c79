import type { Lexicon } from "./lexicon.ts";

/**
 * Three letters by three, as PostgreSQL's pg_trgm takes them, the word set between two spaces and one. Each is a number: exact for
 * plain letters; others may fall together, which makes two words look a little liker.
 */
export function trigramsOf(written: string): readonly number[] {
  const found: number[] = [];
  for (const word of written.match(WORDS) ?? []) {
    let [first, second] = [SPACE, SPACE];
    for (let at = 0; at <= word.length; at++) {
      const third = at < word.length ? word.charCodeAt(at) : SPACE;
      const trigram = first < PLAIN && second < PLAIN && third < PLAIN ? exact(first, second, third) : hashed(first, second, third);
      if (!found.includes(trigram)) found.push(trigram);
      [first, second] = [second, third];
    }
  }
  return found;
}

const WORDS = /[\p{L}\p{N}]+/gu;
const SPACE = 32;
const PLAIN = 128;
const exact = (first: number, second: number, third: number): number => (first << 14) | (second << 7) | third;
const hashed = (first: number, second: number, third: number): number => (1 << 29) | (((first * 31 + second) * 31 + third) & 0x1fff_ffff);

const LEAST_LIKE = 0.3;

export type Lookalikes = (typed: string, most: number) => readonly number[];

/** The words that share most of their letters with what is typed, the likest first. Made at the first misspelling. */
export function lookalikesIn(lexicon: Lexicon): Lookalikes {
  const holders = new Map<number, number[]>();
  const sizes: number[] = [];
  const shared: number[] = [];
  const read = (): void => {
    for (let id = sizes.length; id < lexicon.size(); id++) {
      const trigrams = trigramsOf(lexicon.writtenOf(id));
      for (const trigram of trigrams) {
        const known = holders.get(trigram);
        if (known === undefined) holders.set(trigram, [id]);
        else known.push(id);
      }
      sizes.push(trigrams.length);
      shared.push(0);
    }
  };
  return (typed, most) => {
    read();
    const trigrams = trigramsOf(typed);
    const met: number[] = [];
    for (const trigram of trigrams) {
      for (const id of holders.get(trigram) ?? []) {
        const before = shared[id] ?? 0;
        if (before === 0) met.push(id);
        shared[id] = before + 1;
      }
    }
    const like: { id: number; likeness: number }[] = [];
    for (const id of met) {
      const both = shared[id] ?? 0;
      shared[id] = 0;
      const likeness = Math.fround(both / (trigrams.length + (sizes[id] ?? 0) - both));
      if (likeness >= LEAST_LIKE && lexicon.entriesOf(id) > 0) like.push({ id, likeness });
    }
    like.sort((a, b) => b.likeness - a.likeness || inOrder(lexicon.writtenOf(a.id), lexicon.writtenOf(b.id)));
    return like.slice(0, most).map(({ id }) => id);
  };
}

/** The order of characters' codes, the same everywhere. */
export function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
