import type { Database } from "#src/platform/db/database.ts";
import { queryOf } from "../domain/query.ts";
import { readingsOf } from "../domain/readings.ts";
import { reasonsOf } from "../domain/reasons.ts";
import type { FoundSoftware, SearchAnswer, SearchInput } from "../domain/search.ts";
import { ranked } from "./ranking.ts";
import { softwareOf } from "./row.ts";
import { factsOfWords } from "./word-facts.ts";

/** From a sentence, a business word or a proprietary name to ranked software, the free ones first, each with its reasons. */
export async function searchSoftware(reader: Database, input: SearchInput): Promise<SearchAnswer> {
  const { words, cut } = queryOf(input.text);
  const nothing = { results: [], total: 0, cut };
  if (words.length === 0) return nothing;
  const { facts, catalogueSize } = await factsOfWords(reader, words);
  const asked = readingsOf(facts, catalogueSize, input.typing ?? false);
  if (!asked.some(({ readings }) => readings.length > 0)) return nothing;
  const rows = await ranked(reader, input, asked);
  const results = rows.map(
    ({ hits, score, total: _, ...row }): FoundSoftware => ({ ...softwareOf(row), score, why: reasonsOf(hits, asked) }),
  );
  return { results, total: rows[0]?.total ?? 0, cut };
}
