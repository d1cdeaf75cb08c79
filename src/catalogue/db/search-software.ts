import { type RawBuilder, sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { type QueryWord, queryOf } from "../domain/query.ts";
import { factsOfWords, type ReadWord } from "../domain/ranking/known-words.ts";
import { ranked } from "../domain/ranking/ranked.ts";
import { readingsOf } from "../domain/readings.ts";
import { reasonsOf } from "../domain/reasons.ts";
import type { Found, SearchAnswer, SearchInput } from "../domain/search.ts";
import type { CountedCategory } from "../domain/search-index/category-counts.ts";
import type { Software, SoftwareLine } from "../domain/software.ts";
import { type CurrentIndex, currentIndex, supposedIndex } from "./held-index.ts";
import { LINE, type SoftwareColumns, WHOLE } from "./row.ts";
import { CATALOGUE_STATE, type CatalogueState } from "./search-state.ts";

/** A search, and the categories among which to choose. */
export type CatalogueAnswer<Of = Software> = SearchAnswer<Of> & { readonly categories: readonly CountedCategory[] };

/**
 * From a sentence, a business word or a proprietary name to ranked software, the free ones first, each with its reasons. Ranked in
 * memory; what is shown is read from the database.
 */
export async function searchSoftware(reader: Database, input: SearchInput): Promise<SearchAnswer> {
  const { results, total, cut } = await searchCatalogue(reader, input);
  return { results, total, cut };
}

/** `searchSoftware`, with the categories: both from one question to the database. */
export function searchCatalogue(reader: Database, input: SearchInput): Promise<CatalogueAnswer> {
  return searched(reader, input, WHOLE);
}

/** `searchCatalogue`, for whoever shows but a line of each. */
export function searchLines(reader: Database, input: SearchInput): Promise<CatalogueAnswer<SoftwareLine>> {
  return searched(reader, input, LINE);
}

async function searched<Row extends Named, Of>(
  reader: Database,
  input: SearchInput,
  what: SoftwareColumns<Row, Of>,
): Promise<CatalogueAnswer<Of>> {
  const { words, cut } = queryOf(input.text);
  const typed = words.map((word) => word.typed);
  // Most searches ask the database once: it says with the rows whether what was supposed of the catalogue still holds.
  const supposed = supposedIndex(typed);
  if (supposed !== undefined) {
    const { answer, state } = await answerFrom(supposed, reader, { words, input, what });
    if (state !== undefined && supposed.holdsAt(state)) return { ...answer, cut };
  }
  const { answer } = await answerFrom(await currentIndex(reader, typed), reader, { words, input, what });
  return { ...answer, cut };
}

type Named = { readonly slug: string };
type Asking<Row, Of> = {
  readonly words: readonly QueryWord[];
  readonly input: SearchInput;
  readonly what: SoftwareColumns<Row, Of>;
};
type Answered<Of> = { readonly answer: Omit<CatalogueAnswer<Of>, "cut">; readonly state: CatalogueState | undefined };

async function answerFrom<Row extends Named, Of>(
  { index, read, categories }: CurrentIndex,
  reader: Database,
  { words, input, what }: Asking<Row, Of>,
): Promise<Answered<Of>> {
  const readWords = words.flatMap((word, at) => (read[at] ?? []).map((each): ReadWord => ({ ...word, ...each })));
  const asked = readingsOf(factsOfWords(index, readWords), index.software.count(), input.typing ?? false);
  const { page, total } = ranked(index, input, asked);
  const slugs = page.map(({ slug }) => slug);
  const { state, rows } = await rowsAtState<Row>(reader, slugs, what.columns);
  const results = page.flatMap(({ slug, score, hits }): Found<Of>[] => {
    const row = rows.get(slug);
    return row === undefined ? [] : [{ ...what.of(row), score, why: reasonsOf(hits, asked) }];
  });
  return { answer: { results, total, categories: categories() }, state };
}

type AtState<Row> = { readonly state: CatalogueState | undefined; readonly rows: ReadonlyMap<string, Row> };

/** The rows of these software, and the state of the catalogue at the same instant. */
async function rowsAtState<Row extends Named>(
  reader: Database,
  slugs: readonly string[],
  columns: RawBuilder<unknown>,
): Promise<AtState<Row>> {
  const { rows } = await sql<CatalogueState & (Row | { readonly slug: null })>`
    select ${CATALOGUE_STATE}, ${columns} from search_state st
      left join software s on s.slug = any(${[...slugs]}::text[]) and s.merged_into is null`.execute(reader);
  const found = rows.filter((row): row is CatalogueState & Row => row.slug !== null);
  return { state: rows[0], rows: new Map(found.map((row) => [row.slug, row])) };
}
