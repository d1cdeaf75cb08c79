import type { Database } from "#src/platform/db/database.ts";
import type { SearchAnswer, SearchInput } from "../domain/search.ts";

/** From a sentence, a business word or a proprietary name to ranked software, the free ones first, each with its reasons. */
export function searchSoftware(_reader: Database, _input: SearchInput): Promise<SearchAnswer> {
  throw new Error("being written");
}
