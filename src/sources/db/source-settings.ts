import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { CatalogueSource } from "./sources.ts";

export type SourceAddress = { readonly url: string | null; readonly everyHours: number | null };

/** False when the source no longer is as it was read: somebody else changed it. What was kept of another address is worth nothing. */
export async function changeAddress(trx: Database, id: string, read: SourceAddress, wanted: SourceAddress): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update catalogue_source
       set url = ${wanted.url}, every_hours = ${wanted.everyHours}::int,
           etag = case when url is not distinct from ${wanted.url} then etag end,
           last_modified = case when url is not distinct from ${wanted.url} then last_modified end,
           failure = case when url is not distinct from ${wanted.url} then failure end,
           checked_at = case when url is not distinct from ${wanted.url} then checked_at end
     where id = ${id} and url is not distinct from ${read.url} and every_hours is not distinct from ${read.everyHours}::int
    returning id`.execute(trx);
  return rows.length > 0;
}

/** One source whose time has come, noted as tried: no other process takes it too. Undefined when none is due. */
export async function takeDueSource(db: Database, at: Date): Promise<CatalogueSource | undefined> {
  const { rows } = await sql<CatalogueSource>`
    update catalogue_source set checked_at = ${at}::timestamptz
     where id = (select id from catalogue_source
                  where every_hours is not null and (checked_at is null or checked_at + make_interval(hours => every_hours) <= ${at}::timestamptz)
                  order by checked_at nulls first, id limit 1 for update skip locked)
    returning *`.execute(db);
  return rows[0];
}

/** What we hold stays as it was; why nothing newer came is said. */
export async function noteFailure(db: Database, id: string, failure: string): Promise<void> {
  await db.updateTable("catalogueSource").set({ failure }).where("id", "=", id).execute();
}

export async function noteFetched(
  db: Database,
  id: string,
  fetched: { readonly etag: string | null; readonly lastModified: string | null },
  at: Date,
): Promise<void> {
  await db
    .updateTable("catalogueSource")
    .set({ ...fetched, fetchedAt: at, failure: null })
    .where("id", "=", id)
    .execute();
}

/** The source still says what it said. */
export async function noteUnchanged(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable("catalogueSource").set({ fetchedAt: at, failure: null }).where("id", "=", id).execute();
}
