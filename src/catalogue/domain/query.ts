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

/** Never fails, whatever the text. */
export function queryOf(text: string): Query {
  const start = text
    .slice(0, LONGEST_QUERY * 4)
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, " ")
    .trim();
  const typed = [...start.slice(0, LONGEST_QUERY).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word);
  const kept = typed.slice(0, MOST_WORDS);
  const words = kept.map((word, at): QueryWord => ({ at, span: 1, typed: word }));
  const pairs = kept.slice(1).map((word, at): QueryWord => ({ at, span: 2, typed: `${kept[at]}${word}` }));
  return {
    words: [...words, ...pairs],
    cut: text.length > text.slice(0, LONGEST_QUERY * 4).length || start.length > LONGEST_QUERY || typed.length > MOST_WORDS,
  };
}
