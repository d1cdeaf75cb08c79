import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { type QueryWord, queryOf } from "../domain/query.ts";
import { factsOfWords, type ReadWord } from "../domain/ranking/known-words.ts";
import { ranked } from "../domain/ranking/ranked.ts";
import { readingsOf } from "../domain/readings.ts";
import { reasonsOf } from "../domain/reasons.ts";
import type { FoundSoftware, SearchAnswer, SearchInput } from "../domain/search.ts";
import type { CountedCategory } from "../domain/search-index/category-counts.ts";
import { type CurrentIndex, currentIndex, supposedIndex } from "./held-index.ts";
import { SOFTWARE_COLUMNS, type SoftwareRow, softwareOf } from "./row.ts";
import { CATALOGUE_STATE, type CatalogueState } from "./search-state.ts";

/** A search, and the categories among which to choose. */
export type CatalogueAnswer = SearchAnswer & { readonly categories: readonly CountedCategory[] };

/** `searchSoftware`, for a page that lists categories as well: both from one question to the database. */
export async function searchCatalogue(reader: Database, input: SearchInput): Promise<CatalogueAnswer> {
  const { words, cut } = queryOf(input.text);
  const typed = words.map((word) => word.typed);
  // Most searches ask the database once: it says with the rows whether what was supposed of the catalogue still holds.
  const supposed = supposedIndex(typed);
  if (supposed !== undefined) {
    const { answer, state } = await answerFrom(supposed, reader, words, input);
    if (state !== undefined && supposed.holdsAt(state)) return { ...answer, cut };
  }
  const { answer } = await answerFrom(await currentIndex(reader, typed), reader, words, input);
  return { ...answer, cut };
}

/**
 * From a sentence, a business word or a proprietary name to ranked software, the free ones first, each with its reasons. Ranked in
 * memory; what is shown is read from the database.
 */
export async function searchSoftware(reader: Database, input: SearchInput): Promise<SearchAnswer> {
  const { results, total, cut } = await searchCatalogue(reader, input);
  return { results, total, cut };
}

type Answered = { readonly answer: Omit<CatalogueAnswer, "cut">; readonly state: CatalogueState | undefined };

async function answerFrom(
  { index, read, categories }: CurrentIndex,
  reader: Database,
  words: readonly QueryWord[],
  input: SearchInput,
): Promise<Answered> {
  const readWords = words.flatMap((word, at) => (read[at] ?? []).map((each): ReadWord => ({ ...word, ...each })));
  const asked = readingsOf(factsOfWords(index, readWords), index.software.count(), input.typing ?? false);
  const { page, total } = ranked(index, input, asked);
  const slugs = page.map(({ slug }) => slug);
  const { state, rows } = await rowsAtState(reader, slugs);
  const results = page.flatMap(({ slug, score, hits }): FoundSoftware[] => {
    const row = rows.get(slug);
    return row === undefined ? [] : [{ ...softwareOf(row), score, why: reasonsOf(hits, asked) }];
  });
  return { answer: { results, total, categories: categories() }, state };
}

type Row = CatalogueState & ({ readonly slug: null } | SoftwareRow);

/** The rows of these software, and the state of the catalogue at the same instant. */
async function rowsAtState(
  reader: Database,
  slugs: readonly string[],
): Promise<{ readonly state: CatalogueState | undefined; readonly rows: ReadonlyMap<string, SoftwareRow> }> {
  const { rows } = await sql<Row>`
    select ${CATALOGUE_STATE}, ${SOFTWARE_COLUMNS} from search_state st
      left join software s on s.slug = any(${[...slugs]}::text[]) and s.merged_into is null`.execute(reader);
  return { state: rows[0], rows: new Map(rows.flatMap((row) => (row.slug === null ? [] : [[row.slug, row]]))) };
}
