import type { DepartmentId, InstallationId } from "#src/kernel/ids.ts";
import type { InstallationState } from "./state.ts";

/** Why an installation is shown for a need. */
export type MatchReason = {
  /** The words of the need, as typed, found in its name or purpose. */
  readonly words: readonly string[];
  /** Its name is like some of the words typed. */
  readonly likeName: boolean;
  /** The catalogue finds its software for the same words. */
  readonly software: boolean;
};

export type InstallationMatch = {
  readonly id: InstallationId;
  readonly name: string;
  readonly state: InstallationState;
  readonly purpose: string;
  readonly users: number | null;
  readonly free: boolean | null;
  readonly departments: readonly { readonly id: DepartmentId; readonly name: string }[];
  readonly why: MatchReason;
};

const WORDS_LOOKED_AT = 60;

/** The words of a need, each once, in order: at most sixty, the rest of a long text adds nothing. */
export function wordsOf(text: string): readonly string[] {
  const words = text
    .slice(0, 5_000)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()].slice(0, WORDS_LOOKED_AT);
}
