import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { LifecycleProduct } from "../domain/source-record.ts";

export type KnownProduct = { readonly product: string; readonly fingerprint: string };

export async function knownProducts(reader: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom("lifecycleProduct").select(["product", "fingerprint"]).execute();
  return new Map(rows.map(({ product, fingerprint }) => [product, fingerprint]));
}

/** Puts these products with all their cycles, in the place of what was known of them. */
export async function putProducts(
  trx: Database,
  sourceId: string,
  products: readonly { readonly product: LifecycleProduct; readonly fingerprint: string }[],
  at: Date,
): Promise<void> {
  if (products.length === 0) return;
  const rows = products.map(({ product: { cycles: _, ...product }, fingerprint }) => ({ ...product, fingerprint }));
  await sql`
    insert into lifecycle_product (product, name, aliases, category, identifiers, source_id, fingerprint, seen_at)
    select product, name, aliases, category, identifiers, ${sourceId}, fingerprint, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (product text, name text, aliases text[], category text, identifiers text[], fingerprint text)
    on conflict (product) do update set name = excluded.name, aliases = excluded.aliases, category = excluded.category,
      identifiers = excluded.identifiers, source_id = excluded.source_id, fingerprint = excluded.fingerprint, seen_at = excluded.seen_at`.execute(
    trx,
  );
  await sql`delete from release_cycle where product = any(${products.map(({ product }) => product.product)}::text[])`.execute(trx);
  const cycles = products.flatMap(({ product: { product, cycles: all } }) => all.map((cycle, rank) => ({ ...cycle, product, rank })));
  await sql`
    insert into release_cycle (product, cycle, rank, label, released_on, ends_on, ended, support_ends_on, latest, latest_on, lts)
    select distinct on (product, cycle) product, cycle, rank, label, "releasedOn", ends, ended, "supportEnds", latest, "latestOn", lts
      from jsonb_to_recordset(${JSON.stringify(cycles)}::jsonb) as c (product text, cycle text, rank int, label text, "releasedOn" date, ends date,
             ended boolean, "supportEnds" date, latest text, "latestOn" date, lts boolean)
     order by product, cycle, rank`.execute(trx);
}

/** The software tied to these products. */
export async function softwareOfProducts(reader: Database, products: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ endoflife: string; slug: string }>`
    select endoflife, min(slug) as slug from software where endoflife = any(${[...products]}::text[]) and merged_into is null group by endoflife`.execute(
    reader,
  );
  return new Map(rows.map(({ endoflife, slug }) => [endoflife, slug]));
}
