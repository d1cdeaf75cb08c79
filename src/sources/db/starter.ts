import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

/** The fingerprint of what was loaded last; undefined before the first load. */
export async function loadedFingerprint(db: Database, source: string): Promise<string | undefined> {
  return (await db.selectFrom("catalogueLoad").select("fingerprint").where("source", "=", source).executeTakeFirst())?.fingerprint;
}

export async function markLoaded(trx: Database, source: string, fingerprint: string, at: Date): Promise<void> {
  await sql`insert into catalogue_load (source, fingerprint, loaded_at) values (${source}, ${fingerprint}, ${at})
            on conflict (source) do update set fingerprint = excluded.fingerprint, loaded_at = excluded.loaded_at`.execute(trx);
  await sql`update catalogue_source set checked_at = ${at}, fetched_at = ${at}, failure = null where id = ${source}`.execute(trx);
}

/**
 * Forgets what a source no longer says: our own files are whole. Software of which nobody says anything any more goes with it, unless
 * an installation names it. Gives the software of which others still speak.
 */
export async function forgetStatements(trx: Database, sourceId: string, keptKeys: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ slug: string }>`
    delete from source_statement where source_id = ${sourceId} and key <> all(${[...keptKeys]}::text[]) returning slug`.execute(trx);
  const slugs = rows.map(({ slug }) => slug);
  if (slugs.length === 0) return [];
  const { rows: gone } = await sql<{ slug: string }>`
    delete from software s
     where s.slug = any(${slugs}::text[])
       and not exists (select from source_statement t where t.slug = s.slug)
       and not exists (select from installation i where i.software_slug = s.slug)
       and not exists (select from software m where m.merged_into = s.slug)
    returning s.slug`.execute(trx);
  const deleted = new Set(gone.map(({ slug }) => slug));
  await sql`delete from software_pair where slug_a = any(${[...deleted]}::text[]) or slug_b = any(${[...deleted]}::text[])`.execute(trx);
  return slugs.filter((slug) => !deleted.has(slug));
}
