import { sql } from "kysely";
import { isSlug } from "#src/kernel/slug.ts";
import type { Database } from "#src/platform/db/database.ts";

export type NamedFound = { readonly typed: string; readonly slug: string; readonly name: string; readonly free: boolean | null };

/** The software that each of these lines names, by its name, another name or its address; the proprietary one first where several do. */
export async function namedSoftware(reader: Database, lines: readonly string[]): Promise<ReadonlyMap<string, NamedFound>> {
  if (lines.length === 0) return new Map();
  const { rows } = await sql<NamedFound>`
    with asked as (
      select typed, lower(unaccent(typed)) as folded, regexp_replace(lower(unaccent(typed)), '([\\\\%_])', '\\\\\\1', 'g') as safe
        from unnest(${[...lines]}::text[]) as line (typed))
    select distinct on (typed) typed, slug, name, free from (
      select a.typed, s.slug, s.name, s.free from asked a join software s on s.slug = a.typed and s.merged_into is null
      union all
      select a.typed, s.slug, s.name, s.free from asked a
        join software s on s.names like '%' || a.safe || '%' and s.merged_into is null and a.folded = any(string_to_array(s.names, E'\\n'))) found
     order by typed, free nulls last, slug`.execute(reader);
  return new Map(rows.map((row) => [row.typed, row]));
}

/** The software that stands for this one, which may be itself; undefined when it is unknown. Takes any text. */
export async function standingSlug(reader: Database, slug: string): Promise<string | undefined> {
  if (!isSlug(slug)) return undefined;
  const row = await reader.selectFrom("software").select(["slug", "mergedInto"]).where("slug", "=", slug).executeTakeFirst();
  return row?.mergedInto ?? row?.slug;
}

export async function namesOfSoftware(reader: Database, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await reader
    .selectFrom("software")
    .select(["slug", "name"])
    .where(sql<boolean>`slug = any(${[...slugs]}::text[])`)
    .execute();
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
