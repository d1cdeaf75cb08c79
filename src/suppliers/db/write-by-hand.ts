import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { SupplierFacts } from "../domain/supplier.ts";

export type WrittenSupplier = {
  readonly id: string;
  readonly facts: SupplierFacts;
  /** The facts that people wrote: sources no longer change these. */
  readonly byHand: readonly string[];
  /** The authority whose administrator wrote. */
  readonly by: string;
  readonly at: Date;
};

export async function insertByHand(trx: Database, { id, facts, byHand, by, at }: WrittenSupplier): Promise<void> {
  await trx
    .insertInto("supplier")
    .values({ id, ...facts, byHand: [...byHand], origin: "hand", madeAt: at, changedAt: at, changedBy: by })
    .execute();
}

/** The facts as they now are; what was withdrawn is listed again, for somebody vouches for it. */
export async function updateByHand(trx: Database, { id, facts, byHand, by, at }: WrittenSupplier): Promise<void> {
  await trx
    .updateTable("supplier")
    .set({ ...facts, byHand: [...byHand], changedAt: at, changedBy: by, withdrawnAt: null })
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Answers those that were not written already. */
export async function addServices(trx: Database, supplierId: string, slugs: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ slug: string }>`
    insert into supplier_software (supplier_id, slug) select ${supplierId}, unnest(${[...slugs]}::text[])
    on conflict do nothing returning slug`.execute(trx);
  return rows.map(({ slug }) => slug);
}

/** Under its address, or that of any software that people said is the same. Answers whether there was one. */
export async function removeService(trx: Database, supplierId: string, slug: string): Promise<boolean> {
  const { rows } = await sql`
    delete from supplier_software v
     where v.supplier_id = ${supplierId} and v.source_id is null
       and (v.slug = ${slug} or v.slug in (select s.slug from software s where s.merged_into = ${slug}))
    returning v.slug`.execute(trx);
  return rows.length > 0;
}

/** Those that nobody wrote by hand yet. */
export async function missingServices(trx: Database, supplierId: string, slugs: readonly string[]): Promise<readonly string[]> {
  const known = await trx
    .selectFrom("supplierSoftware")
    .select("slug")
    .where("supplierId", "=", supplierId)
    .where("sourceId", "is", null)
    .execute();
  return slugs.filter((slug) => !known.some((each) => each.slug === slug));
}

/** What `other` was called and served is this one’s from now on; `keys`: those of both. */
export async function absorb(
  trx: Database,
  { id, other, keys, at }: { readonly id: string; readonly other: string; readonly keys: readonly string[]; readonly at: Date },
): Promise<void> {
  await sql`
    insert into supplier_software (supplier_id, slug, source_id, page)
    select ${id}, slug, source_id, page from supplier_software where supplier_id = ${other} on conflict do nothing`.execute(trx);
  await trx.deleteFrom("supplierSoftware").where("supplierId", "=", other).execute();
  await sql`update supplier set siren = null, keys = '{}', withdrawn_at = ${at}, joined_into = ${id} where id = ${other}`.execute(trx);
  await trx
    .updateTable("supplier")
    .set({ keys: [...keys] })
    .where("id", "=", id)
    .execute();
}
