import type { Language } from "#src/kernel/language.ts";

/** One piece of a document. Texts are plain: whatever they hold, it is shown as it was typed, line breaks included. */
export type Block =
  /** The document's title is level 1. */
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly text: string }
  /** `lead`: what must be read first. `note`: an aside, smaller. */
  | { readonly kind: "paragraph"; readonly text: string; readonly tone?: "lead" | "note" }
  /** Somebody's own words. */
  | { readonly kind: "quote"; readonly text: string; readonly source?: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "definitions"; readonly items: readonly { readonly term: string; readonly value: string }[] }
  | TableBlock
  /** Set apart from the text. */
  | { readonly kind: "notice"; readonly tone: "info" | "warning"; readonly title?: string; readonly text: string }
  /** To be copied to the character: a command, a hash. */
  | { readonly kind: "code"; readonly text: string };

export type TableBlock = {
  readonly kind: "table";
  readonly caption: string;
  /** `share`: the column's part of the width beside the others'; 1 unless given. The first column names the rows. */
  readonly columns: readonly { readonly label: string; readonly align?: "end"; readonly share?: number }[];
  readonly rows: readonly (readonly string[])[];
  /** The last row sums up the others. */
  readonly total?: boolean;
};

/** A document in no format yet: it becomes a page, a PDF or an ODT. */
export type TextDocument = {
  readonly language: Language;
  readonly title: string;
  /** Whose document it is. */
  readonly author: string;
  /** At the top of every page. */
  readonly header: { readonly start: string; readonly end: string };
  /** Of the content, not of the file: made twice, a document is the same twice. */
  readonly date: Date;
  readonly blocks: readonly Block[];
};

// Unassigned, private, control and bidirectional override characters: no font has them, or they make a text look like another.
const UNPRINTABLE = /[\p{Cn}\p{Co}\p{Cs}]|(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFC]/gu;

/** The text without what paper cannot show: line breaks are kept, as \n. */
export function printable(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(UNPRINTABLE, "");
}

/** The same document, every text passed through `change`. */
export function mapTexts(document: TextDocument, change: (text: string) => string): TextDocument {
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value instanceof Date || value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, FIXED.includes(key) ? inner : walk(inner)]));
  };
  return walk(document) as TextDocument;
}

/** Keys whose values are words of the model, not texts. */
const FIXED: readonly string[] = ["kind", "tone", "align", "language"];
