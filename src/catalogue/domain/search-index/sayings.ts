import { FIRST_ROOM, grown, roomFor } from "./growing.ts";
import { type Postings, postingsOf } from "./postings.ts";

export const SAID_PLACES = ["name", "term", "category", "description"] as const;
export type SaidPlace = (typeof SAID_PLACES)[number];

/** One word in one thing that is said of a software: a row of a table held in columns, of some twenty bytes a row. */
export type Saying = {
  readonly software: number;
  /** Number of the word in the lexicon. */
  readonly written: number;
  readonly place: number;
  /** Number of the phrase; NO_PHRASE in a description. */
  readonly phrase: number;
  readonly size: number;
  readonly strength: number;
};

export const NO_PHRASE = 0xffff_ffff;

export type Sayings = {
  readonly add: (saying: Saying) => number;
  readonly length: () => number;
  readonly softwareAt: (row: number) => number;
  readonly writtenAt: (row: number) => number;
  readonly placeAt: (row: number) => number;
  readonly phraseAt: (row: number) => number;
  readonly sizeAt: (row: number) => number;
  readonly strengthAt: (row: number) => number;
  /** The rows of each stem, the strongest first. */
  readonly postings: Postings;
};

const LARGEST_SIZE = 255;

/** `stemOf`: of a written word; `before`: the order among software, where strengths are the same. */
export function emptySayings(stemOf: (written: number) => number, before: (one: number, other: number) => number): Sayings {
  let count = 0;
  let software = new Uint32Array(FIRST_ROOM);
  let written = new Uint32Array(FIRST_ROOM);
  let phrase = new Uint32Array(FIRST_ROOM);
  let place = new Uint8Array(FIRST_ROOM);
  let size = new Uint8Array(FIRST_ROOM);
  let strength = new Float32Array(FIRST_ROOM);
  const grow = (): void => {
    const room = roomFor(count);
    software = grown(software, new Uint32Array(room));
    written = grown(written, new Uint32Array(room));
    phrase = grown(phrase, new Uint32Array(room));
    place = grown(place, new Uint8Array(room));
    size = grown(size, new Uint8Array(room));
    strength = grown(strength, new Float32Array(room));
  };
  return {
    add: (saying) => {
      if (count === software.length) grow();
      software[count] = saying.software;
      written[count] = saying.written;
      phrase[count] = saying.phrase;
      place[count] = saying.place;
      size[count] = Math.min(LARGEST_SIZE, Math.max(1, saying.size));
      strength[count] = saying.strength;
      return count++;
    },
    length: () => count,
    softwareAt: (row) => software[row] ?? 0,
    writtenAt: (row) => written[row] ?? 0,
    placeAt: (row) => place[row] ?? 0,
    phraseAt: (row) => phrase[row] ?? 0,
    sizeAt: (row) => size[row] ?? 1,
    strengthAt: (row) => strength[row] ?? 0,
    postings: postingsOf({
      length: () => count,
      keyAt: (row) => stemOf(written[row] ?? 0),
      strengthAt: (row) => strength[row] ?? 0,
      before: (a, b) => before(software[a] ?? 0, software[b] ?? 0),
    }),
  };
}
