import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { CountedCategory } from "../domain/search-index/category-counts.ts";
import type { Category, Software } from "../domain/software.ts";
import { currentIndex } from "./held-index.ts";
import { SOFTWARE_COLUMNS, type SoftwareRow, softwareOf } from "./row.ts";

export type { CountedCategory } from "../domain/search-index/category-counts.ts";

export type Browsing = {
  readonly free?: boolean | undefined;
  readonly category?: string | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
};

/** Software by name: all of it, or the free, or that of a category. */
export async function browseSoftware(
  reader: Database,
  { free, category, limit, offset }: Browsing,
): Promise<{ readonly results: readonly Software[]; readonly total: number }> {
  const { rows } = await sql<SoftwareRow & { readonly total: number }>`
    select ${SOFTWARE_COLUMNS}, count(*) over ()::int as total
      from software s
     where s.merged_into is null and (${free ?? null}::boolean is null or s.free = ${free ?? null})
       and (${category ?? null}::text is null or s.categories @> array[${category ?? null}]::text[])
     order by s.free desc nulls last, s.names, s.slug limit ${limit} offset ${offset ?? 0}`.execute(reader);
  return { results: rows.map(({ total: _, ...row }) => softwareOf(row)), total: rows[0]?.total ?? 0 };
}

/** The categories that software has, and how much of it. The same object as long as the catalogue is the same. */
export async function countedCategories(reader: Database): Promise<readonly CountedCategory[]> {
  return (await currentIndex(reader, [])).categories();
}

/** Those of the vocabulary, in the order asked. */
export async function categoriesByIds(reader: Database, ids: readonly string[]): Promise<readonly Category[]> {
  const { rows } = await sql<{ id: string; labelFr: string; labelEn: string }>`
    select id, label_fr, label_en from software_category where id = any(${[...ids]}::text[])
     order by array_position(${[...ids]}::text[], id)`.execute(reader);
  return rows.map(({ id, labelFr, labelEn }) => ({ id, label: { fr: labelFr, en: labelEn } }));
}

/** How much software the catalogue knows. */
export async function catalogueSize(reader: Database): Promise<{ readonly free: number; readonly proprietary: number }> {
  const { rows } = await sql<{ free: number; proprietary: number }>`
    select count(*) filter (where free)::int as free, count(*) filter (where not free)::int as proprietary from software where merged_into is null`.execute(
    reader,
  );
  return rows[0] ?? { free: 0, proprietary: 0 };
}
