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
  const rows = products.map(({ product: { cycles: _, website: __, ...product }, fingerprint }) => ({ ...product, fingerprint }));
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

/** These products are still said as they were. */
export async function confirmProducts(trx: Database, products: readonly string[], at: Date): Promise<void> {
  await sql`update lifecycle_product set seen_at = ${at} where product = any(${[...products]}::text[])`.execute(trx);
}

export type UntiedProduct = { readonly product: string; readonly aliases: readonly string[]; readonly identifiers: readonly string[] };

/** The products that no software of the catalogue names. */
export async function untiedProducts(reader: Database): Promise<readonly UntiedProduct[]> {
  const { rows } = await sql<UntiedProduct>`
    select product, aliases, identifiers from lifecycle_product p
     where not exists (select from software s where s.endoflife = p.product)`.execute(reader);
  return rows;
}

export type TiedProduct = { readonly product: string; readonly slug: string; readonly by: string };

/**
 * The software that these products are: those that name the product, by its name there or by another; else the one that claims the
 * repository of the product's packages, or its makers' site with its name, where there is one alone.
 */
export async function softwareOfProducts(
  reader: Database,
  products: readonly {
    readonly product: string;
    readonly names: readonly string[];
    readonly claims: readonly { readonly kind: string; readonly value: string }[];
  }[],
): Promise<ReadonlyMap<string, TiedProduct>> {
  const names = products.flatMap(({ product, names: all }) => all.map((value) => ({ product, value })));
  const claims = products.flatMap(({ product, claims: all }) => all.map((claim) => ({ product, ...claim })));
  const { rows } = await sql<TiedProduct>`
    with named as (
      select distinct on (p.product) p.product, s.slug
        from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as p (product text, value text)
        join software s on s.endoflife = p.value and s.merged_into is null order by p.product, p.value <> p.product, s.slug),
    claimed as (
      select p.product, min(coalesce(s.merged_into, s.slug)) as slug, min(i.kind) as kind
        from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as p (product text, kind text, value text)
        join software_identity i on i.kind = p.kind and i.value = p.value
        join software s on s.slug = i.slug
       group by p.product having count(distinct coalesce(s.merged_into, s.slug)) = 1)
    select coalesce(n.product, b.product) as product, coalesce(n.slug, b.slug) as slug, case when n.slug is null then b.kind else 'endoflife' end as by
      from named n full join claimed b using (product)`.execute(reader);
  return new Map(rows.map((row) => [row.product, row]));
}

/** Ties software to these products, unless they name another; one that names the product by another of its names takes this one. */
export async function tieProducts(trx: Database, tied: readonly TiedProduct[]): Promise<void> {
  await sql`
    update software s set endoflife = t.product from jsonb_to_recordset(${JSON.stringify(tied)}::jsonb) as t (product text, slug text)
     where s.slug = t.slug and (s.endoflife is null or s.endoflife in (select unnest(p.aliases) from lifecycle_product p where p.product = t.product))`.execute(
    trx,
  );
}
