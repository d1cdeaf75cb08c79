import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

export type ListedBy = {
  /** Null: that of which it is not known; undefined: whatever it is. */
  readonly free?: boolean | null | undefined;
  readonly category?: string | undefined;
  /** A proprietary product that it can replace. */
  readonly replaces?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Addresses of software, in their order: that order does not move when the catalogue changes. `total`: whatever `after` is. */
export async function slugsOfSoftware(
  reader: Database,
  { free, category, replaces, after, limit }: ListedBy,
): Promise<{ readonly slugs: readonly string[]; readonly total: number }> {
  const chosen = sql`
      from software s
     where s.merged_into is null
       and (${free === undefined}::boolean or s.free is not distinct from ${free ?? null}::boolean)
       and (${category ?? null}::text is null or s.categories @> array[${category ?? null}]::text[])
       and (${replaces ?? null}::text is null or s.replaces @> array[${replaces ?? null}]::text[])`;
  const { rows } = await sql<{ slugs: readonly string[] | null; total: number }>`
    select (select count(*)::int ${chosen}) as total,
           (select array_agg(slug order by slug collate "C") from (
             select s.slug ${chosen} and s.slug collate "C" > ${after ?? ""} order by s.slug collate "C" limit ${limit}) page) as slugs`.execute(
    reader,
  );
  return { slugs: rows[0]?.slugs ?? [], total: rows[0]?.total ?? 0 };
}

/** The software that stands for this one, since people said that both are the same; undefined where it stands for itself, or is unknown. */
export async function standsFor(reader: Database, slug: string): Promise<string | undefined> {
  const row = await reader.selectFrom("software").select("mergedInto").where("slug", "=", slug).executeTakeFirst();
  return row?.mergedInto ?? undefined;
}

export type NamedSource = { readonly id: string; readonly name: string; readonly format: string; readonly url: string | null };

/** Where the catalogue comes from. */
export async function namedSources(reader: Database): Promise<readonly NamedSource[]> {
  return reader.selectFrom("catalogueSource").select(["id", "name", "format", "url"]).orderBy("name").orderBy("id").limit(100).execute();
}
