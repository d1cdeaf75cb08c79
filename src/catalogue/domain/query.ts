/** What is searched, out of anything that was typed. */
export type Query = {
  readonly words: readonly QueryWord[];
  /** True when the text was longer than what is searched. */
  readonly cut: boolean;
};

/** One word of the query, or two neighbours written as one (« libre office », « co-voiturage »): `span` says how many. */
export type QueryWord = { readonly at: number; readonly span: 1 | 2; readonly typed: string };

/** Longer texts are cut: a need is a sentence or two. */
export const LONGEST_QUERY = 500;
const MOST_WORDS = 40;

/** Never fails, whatever the text: letters and digits alone go on to the database. */
export function queryOf(text: string): Query {
  const start = text.trimStart().slice(0, LONGEST_QUERY);
  const typed = [...start.normalize("NFC").matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word);
  const kept = typed.slice(0, MOST_WORDS);
  const words = kept.map((word, at): QueryWord => ({ at, span: 1, typed: word }));
  const pairs = kept.slice(1).map((word, at): QueryWord => ({ at, span: 2, typed: `${kept[at]}${word}` }));
  return { words: [...words, ...pairs], cut: text.trim().length > start.length || typed.length > MOST_WORDS };
}

const LONGEST_NOTED = 200;

/** The same for « Vélo ! » and « velo »: letters and digits, without accents nor capitals, parted by one space. */
export function foldedText(text: string): string {
  return text
    .slice(0, LONGEST_QUERY)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NOTED)
    .trim();
}
