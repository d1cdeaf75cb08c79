import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { queryOf } from "../domain/query.ts";
import { factsOfWords, type ReadWord } from "../domain/ranking/known-words.ts";
import { ranked } from "../domain/ranking/ranked.ts";
import { readingsOf } from "../domain/readings.ts";
import { reasonsOf } from "../domain/reasons.ts";
import type { FoundSoftware, SearchAnswer, SearchInput } from "../domain/search.ts";
import type { CountedCategory } from "../domain/search-index/category-counts.ts";
import { currentIndex } from "./held-index.ts";
import { SOFTWARE_COLUMNS, type SoftwareRow, softwareOf } from "./row.ts";

/** A search, and the categories among which to choose. */
export type CatalogueAnswer = SearchAnswer & { readonly categories: readonly CountedCategory[] };

/** `searchSoftware`, for a page that lists categories as well: both from one question to the database. */
export async function searchCatalogue(reader: Database, input: SearchInput): Promise<CatalogueAnswer> {
  const { words, cut } = queryOf(input.text);
  const { index, read, categories } = await currentIndex(
    reader,
    words.map(({ typed }) => typed),
  );
  const readWords = words.flatMap((word, at) => (read[at] ?? []).map((each): ReadWord => ({ ...word, ...each })));
  const asked = readingsOf(factsOfWords(index, readWords), index.software.count(), input.typing ?? false);
  const { page, total } = ranked(index, input, asked);
  const known = await softwareRows(
    reader,
    page.map(({ slug }) => slug),
  );
  const results = page.flatMap(({ slug, score, hits }): FoundSoftware[] => {
    const row = known.get(slug);
    return row === undefined ? [] : [{ ...softwareOf(row), score, why: reasonsOf(hits, asked) }];
  });
  return { results, total, cut, categories: categories() };
}

/**
 * From a sentence, a business word or a proprietary name to ranked software, the free ones first, each with its reasons. Ranked in
 * memory; what is shown is read from the database.
 */
export async function searchSoftware(reader: Database, input: SearchInput): Promise<SearchAnswer> {
  const { results, total, cut } = await searchCatalogue(reader, input);
  return { results, total, cut };
}

async function softwareRows(reader: Database, slugs: readonly string[]): Promise<ReadonlyMap<string, SoftwareRow>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<SoftwareRow>`
    select ${SOFTWARE_COLUMNS} from software s where s.slug = any(${[...slugs]}::text[]) and s.merged_into is null`.execute(reader);
  return new Map(rows.map((row) => [row.slug, row]));
}
