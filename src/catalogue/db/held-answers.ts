import type { SearchInput, Why } from "../domain/search.ts";
import type { Category } from "../domain/software.ts";

/** What answers a search, by the addresses of software. */
export type RankedAnswer = {
  readonly page: readonly { readonly slug: string; readonly score: number; readonly why: readonly Why[] }[];
  readonly total: number;
  /** Of all that answers, whichever category is asked for, and this one: among which to choose. */
  readonly categories: readonly Category[];
};

/** The answers to what was searched last, until the catalogue changes: the next page of a list, what many ask, a word typed again. */
export type HeldAnswers = {
  readonly of: (input: SearchInput, answer: () => RankedAnswer) => RankedAnswer;
  readonly forget: () => void;
};

/** Some six kilobytes each; a longer list is a file, which is not asked again. */
const MOST_HELD = 500;
const LONGEST_HELD = 50;

export function heldAnswers(): HeldAnswers {
  const answers = new Map<string, RankedAnswer>();
  return {
    of: (input, answer) => {
      const { text, limit, offset, free, category, typing } = input;
      const key = JSON.stringify([text, limit, offset, free, category, typing]);
      const known = answers.get(key);
      // A map gives its keys in the order in which they came: what is asked again comes last.
      answers.delete(key);
      const made = known ?? answer();
      if (limit <= LONGEST_HELD) answers.set(key, made);
      const [oldest] = answers.size > MOST_HELD ? answers.keys() : [];
      if (oldest !== undefined) answers.delete(oldest);
      return made;
    },
    forget: () => answers.clear(),
  };
}
