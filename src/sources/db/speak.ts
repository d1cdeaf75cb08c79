import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { AUTHORITY } from "../domain/trust.ts";
import type { Speaker } from "./own-words.ts";

/** Writings of the catalogue that an authority's own words ask for, beside those of every source. */

/** The authority is a source under its name of today. */
export async function ensureSpeaker(trx: Database, { sourceId, name }: Speaker, at: Date): Promise<void> {
  await sql`
    insert into catalogue_source (id, format, name, checked_at, fetched_at) values (${sourceId}, ${AUTHORITY}, ${name}, ${at}, ${at})
    on conflict (id) do update set name = excluded.name, checked_at = excluded.checked_at, fetched_at = excluded.fetched_at`.execute(trx);
}

export async function dropStatement(trx: Database, sourceId: string, key: string): Promise<void> {
  await sql`delete from source_statement where source_id = ${sourceId} and key = ${key}`.execute(trx);
}

/** A product of endoflife.date that this source alone gave. Trap: publishing keeps the product that is there when nobody says one. */
export async function forgetProduct(trx: Database, slug: string, product: string): Promise<void> {
  await sql`update software set endoflife = null where slug = ${slug} and endoflife = ${product}`.execute(trx);
}

/**
 * Forgets a software of which nobody says anything any more. False when it stays: somebody speaks of it, or runs it, follows it, proposed
 * it. What refers to it says so itself: PostgreSQL refuses to break a reference, whichever slice it belongs to.
 */
export async function forgetUnspoken(trx: Database, slug: string): Promise<boolean> {
  await sql`savepoint forgetting`.execute(trx);
  try {
    await sql`delete from software_pair where slug_a = ${slug} or slug_b = ${slug}`.execute(trx);
    const { rows } = await sql<{ slug: string }>`
      delete from software s where s.slug = ${slug} and not exists (select from source_statement t where t.slug = s.slug) returning s.slug`.execute(
      trx,
    );
    if (rows.length > 0) return true;
  } catch (fault) {
    if (!isReferred(fault)) throw fault;
  }
  await sql`rollback to savepoint forgetting`.execute(trx);
  return false;
}

function isReferred(fault: unknown): boolean {
  return typeof fault === "object" && fault !== null && "code" in fault && fault.code === "23503";
}

/** Those of these that are no category of the vocabulary. */
export async function unknownCategories(reader: Database, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...ids]}::text[]) as asked (id) where not exists (select from software_category c where c.id = asked.id)`.execute(
    reader,
  );
  return rows.map(({ id }) => id);
}

/** False where the products of endoflife.date were imported, and this is none of them. */
export async function mayBeProduct(reader: Database, product: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select not exists (select from lifecycle_product) or exists (select from lifecycle_product where product = ${product} or ${product} = any(aliases)) as known`.execute(
    reader,
  );
  return rows[0]?.known ?? true;
}
