import type { BothLanguages } from "./software.ts";

/** A function that software serves, with the ways in which people say it. */
export type ThesaurusEntry = {
  /** The family of a town's work: the name of its file. */
  readonly family: string;
  readonly label: BothLanguages;
  readonly synonyms: { readonly fr: readonly string[]; readonly en: readonly string[] };
  /** Identifiers of the publiccode.yml vocabulary. */
  readonly categories: readonly string[];
  /** French labels of entries that are near, and not the same. */
  readonly related: readonly string[];
};
