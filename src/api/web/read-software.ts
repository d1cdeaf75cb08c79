import type { z } from "zod";
import { searchSoftware, softwareBySlugs } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { slugsOfSoftware } from "../db/software-list.ts";
import { fingerprintOf, readCursor, writeCursor } from "../domain/cursor.ts";
import type { softwareQuery } from "./operations.ts";
import type { softwareListSchema } from "./schemas.ts";
import { foundAnswer, softwareAnswer } from "./software-answer.ts";

export type SoftwareQuery = z.infer<typeof softwareQuery>;
type Page = z.infer<typeof softwareListSchema>;

/** Results of a search that are looked at, where something is asked that the search itself does not know. */
const MOST_SEARCHED = 1_000;

/** Undefined: the cursor is none of this list's. */
export function listSoftware(db: Database, query: SoftwareQuery, publicUrl: string): Promise<Page | undefined> {
  return query.q === undefined ? browsed(db, query, publicUrl) : searched(db, query.q, query, publicUrl);
}

/** In order of address, from after the last one read: what is added or removed meanwhile moves nothing. */
async function browsed(
  db: Database,
  { free, category, replaces, limit = 20, cursor }: SoftwareQuery,
  publicUrl: string,
): Promise<Page | undefined> {
  const from = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && from?.kind !== "after") return undefined;
  const after = from?.kind === "after" ? from.key : undefined;
  const { slugs, total } = await slugsOfSoftware(db, { free: freeOf(free), category, replaces, after, limit: limit + 1 });
  const shown = slugs.slice(0, limit);
  const known = new Map((await softwareBySlugs(db, shown)).map((software) => [software.slug, software]));
  const last = shown.at(-1);
  return {
    data: shown.flatMap((slug) => known.get(slug) ?? []).map((software) => softwareAnswer(software, publicUrl)),
    next: slugs.length > limit && last !== undefined ? writeCursor({ kind: "after", key: last }) : null,
    total,
  };
}

/** In order of likeness: the cursor is a place in that order, for this search alone. */
async function searched(
  db: Database,
  text: string,
  { free, category, replaces, limit = 20, cursor }: SoftwareQuery,
  publicUrl: string,
): Promise<Page | undefined> {
  const asked = fingerprintOf(text, free, category, replaces);
  const from = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && !(from?.kind === "at" && from.asked === asked)) return undefined;
  const offset = from?.kind === "at" ? from.offset : 0;
  // The search chooses the free, or those that are not: the others are chosen here, among all its results.
  const chosenHere = free === "unknown" || replaces !== undefined;
  const part = chosenHere ? { limit: MOST_SEARCHED } : { limit, offset };
  const found = await searchSoftware(db, { text, category, free: freeOf(free) ?? undefined, ...part });
  const all = chosenHere
    ? found.results.filter(
        (each) => (free !== "unknown" || each.free === null) && (replaces === undefined || each.replaces.includes(replaces)),
      )
    : found.results;
  const shown = chosenHere ? all.slice(offset, offset + limit) : all;
  // The search counts along its results: a page beyond the last has none to count along.
  const total = chosenHere ? all.length : shown.length === 0 ? undefined : found.total;
  const reached = offset + shown.length;
  return {
    data: shown.map((each) => foundAnswer(each, publicUrl)),
    next: shown.length > 0 && reached < (total ?? 0) ? writeCursor({ kind: "at", offset: reached, asked }) : null,
    ...(total === undefined ? (offset === 0 ? { total: 0 } : {}) : { total }),
  };
}

function freeOf(said: SoftwareQuery["free"]): boolean | null | undefined {
  return said === undefined ? undefined : said === "unknown" ? null : said === "true";
}
