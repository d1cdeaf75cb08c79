import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

export type CatalogueSource = {
  readonly id: string;
  readonly format: string;
  readonly name: string;
  readonly url: string | null;
  readonly everyHours: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly checkedAt: Date | null;
  readonly fetchedAt: Date | null;
  readonly failure: string | null;
};

/** The source of this identifier, made when it is met for the first time. */
export async function ensureSource(
  db: Database,
  source: { readonly id: string; readonly format: string; readonly name: string },
): Promise<void> {
  await db
    .insertInto("catalogueSource")
    .values(source)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function sourceById(reader: Database, id: string): Promise<CatalogueSource | undefined> {
  return reader.selectFrom("catalogueSource").selectAll().where("id", "=", id).executeTakeFirst();
}

export type CountedSource = CatalogueSource & { readonly records: number };

/** Every source, with how many records it gave. */
export async function countedSources(reader: Database): Promise<readonly CountedSource[]> {
  const { rows } = await sql<CountedSource>`
    select c.*, coalesce(t.records, 0)::int + coalesce(p.products, 0)::int as records
      from catalogue_source c
      left join (select source_id, count(*) as records from source_statement group by source_id) t on t.source_id = c.id
      left join (select source_id, count(*) as products from lifecycle_product group by source_id) p on p.source_id = c.id
     order by c.name`.execute(reader);
  return rows;
}

export async function markFetched(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable("catalogueSource").set({ checkedAt: at, fetchedAt: at, failure: null }).where("id", "=", id).execute();
}
