import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { foldedText } from "../domain/query.ts";
import { likeWords } from "../domain/ranking/known-words.ts";
import type { Category } from "../domain/software.ts";
import { currentIndex } from "./held-index.ts";

export type FailedSearch = { readonly asked: string; readonly times: number; readonly firstAt: Date; readonly lastAt: Date };

/** Beyond it, the oldest are forgotten. */
const MOST_KEPT = 5_000;

/** Notes that nothing was found for these words, without who typed them. Written as the tables' owner: it belongs to no authority. */
export async function noteFailedSearch(db: Database, text: string, at: Date): Promise<void> {
  const asked = foldedText(text);
  if (asked === "") return;
  await sql`
    insert into failed_search (asked, first_at, last_at) values (${asked}, ${at}, ${at})
    on conflict (asked) do update set times = failed_search.times + 1, last_at = excluded.last_at`.execute(db);
  await sql`
    delete from failed_search where asked in (select asked from failed_search order by last_at desc offset ${MOST_KEPT})`.execute(db);
}

/** The most frequent first. */
export async function failedSearches(
  reader: Database,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly searches: readonly FailedSearch[]; readonly total: number }> {
  const { rows } = await sql<FailedSearch & { total: number }>`
    select asked, times, first_at, last_at, count(*) over ()::int as total from failed_search
     order by times desc, last_at desc, asked limit ${limit} offset ${offset}`.execute(reader);
  return { searches: rows.map(({ total: _, ...search }) => search), total: rows[0]?.total ?? 0 };
}

/** Where to look when nothing was found: categories of functions that share a word with the text, then those whose label is like it. */
export async function nearestCategories(reader: Database, text: string, limit: number): Promise<readonly Category[]> {
  const asked = foldedText(text);
  const { index, read } = await currentIndex(reader, asked.split(" "));
  const words = read.flat().flatMap(({ written, word }) => {
    const like = likeWords(index, written);
    return like.length === 0 ? [word] : like;
  });
  const { rows } = await sql<{ id: string; labelFr: string; labelEn: string }>`
    with word as (select distinct unnest(${words}::text[]) as word),
    shared as (
      select unnest(f.categories) as id, count(distinct f.id) as functions
        from word join function_word using (word) join software_function f on f.id = function_id group by 1)
    select c.id, c.label_fr, c.label_en
      from software_category c left join shared s using (id)
     order by s.functions desc nulls last, similarity(folded(c.label_fr || ' ' || c.label_en), ${asked}) desc, c.id limit ${limit}`.execute(
    reader,
  );
  return rows.map(({ id, labelFr, labelEn }) => ({ id, label: { fr: labelFr, en: labelEn } }));
}
