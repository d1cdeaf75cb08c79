import type { BothLanguages, Software } from "./software.ts";

/** Why a software is among the results: facts, that `whyInWords` says in the reader's language. */
export type Why =
  /** Its name, or another name of it, was written. */
  | { readonly kind: "name"; readonly name: string }
  /** One of its business words was written. */
  | { readonly kind: "term"; readonly term: string }
  /** What was typed is in no text, but looks like this name or business word. */
  | { readonly kind: "likeness"; readonly typed: string; readonly read: string }
  /** It can replace a proprietary product that was named. */
  | { readonly kind: "replaces"; readonly slug: string; readonly product: string }
  /** It serves the same uses as a proprietary product that was named, which nothing is known to replace. */
  | { readonly kind: "same-use"; readonly slug: string; readonly product: string }
  /** It serves this function of the thesaurus, of which the query says the label or this synonym. */
  | { readonly kind: "function"; readonly label: BothLanguages; readonly synonym: string }
  | { readonly kind: "category"; readonly id: string; readonly label: BothLanguages }
  /** These words, as typed, are in its description. */
  | { readonly kind: "description"; readonly words: readonly string[] };

/** Of a software, or of as much of it as was asked. */
export type Found<Of> = Of & {
  /** From 0 to 1, comparable within one search alone. */
  readonly score: number;
  /** The strongest reason first; never empty. */
  readonly why: readonly Why[];
};
export type FoundSoftware = Found<Software>;

export type SearchInput = {
  /** A sentence, a business word, a name: anything. Cut at 500 characters. */
  readonly text: string;
  readonly limit: number;
  readonly offset?: number | undefined;
  readonly free?: boolean | undefined;
  /** Identifier of a category. */
  readonly category?: string | undefined;
  /** The last word is still being typed. */
  readonly typing?: boolean | undefined;
};

export type SearchAnswer<Of = Software> = {
  /** Free software first; a proprietary product comes after, even when it was named. */
  readonly results: readonly Found<Of>[];
  /** How many there are in all, beyond `limit`. */
  readonly total: number;
  /** True when the text was longer than what is searched. */
  readonly cut: boolean;
};
