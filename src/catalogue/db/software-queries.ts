import { sql } from "kysely";
import { isSlug } from "#src/kernel/slug.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { Software } from "../domain/software.ts";
import { SOFTWARE_COLUMNS, type SoftwareRow, softwareOf } from "./row.ts";

/** Undefined when the catalogue does not know it. Takes any text. */
export async function softwareBySlug(reader: Database, slug: string): Promise<Software | undefined> {
  return (await softwareBySlugs(reader, [slug]))[0];
}

/** Those that the catalogue knows, by name. */
export async function softwareBySlugs(reader: Database, slugs: readonly string[]): Promise<readonly Software[]> {
  const asked = slugs.filter(isSlug);
  if (asked.length === 0) return [];
  const { rows } = await sql<SoftwareRow>`
    select ${SOFTWARE_COLUMNS} from software s where s.slug = any(${asked}::text[]) order by lower(s.name), s.slug`.execute(reader);
  return rows.map(softwareOf);
}

const MOST_ALTERNATIVES = 30;

/** Free software that can replace this proprietary product: those of nearest use first, by the business words and categories they share. */
export async function alternativesOf(reader: Database, slug: string): Promise<readonly Software[]> {
  if (!isSlug(slug)) return [];
  const { rows } = await sql<SoftwareRow>`
    select ${SOFTWARE_COLUMNS}
      from software s
     where s.replaces @> array[${slug}]::text[] and s.free and s.merged_into is null
     order by (select count(distinct mine.word) from software_word mine join software_word its using (word)
                where mine.slug = s.slug and its.slug = ${slug} and mine.place in ('term', 'category') and its.place in ('term', 'category')) desc,
              lower(s.name), s.slug
     limit ${MOST_ALTERNATIVES}`.execute(reader);
  return rows.map(softwareOf);
}
