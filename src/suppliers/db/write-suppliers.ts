import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { SaidService } from "../domain/gather.ts";
import type { KnownSupplier } from "../domain/reconcile.ts";

/** Suppliers change one change at a time: a SIREN is looked for before it is written. */
export async function lockSuppliers(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('suppliers'))`.execute(trx);
}

/** All of them, withdrawn ones too, the first made first; not those that a person joined to another. */
export async function knownSuppliers(trx: Database): Promise<readonly KnownSupplier[]> {
  const { rows } = await sql<KnownSupplier>`
    select p.id, p.origin, p.name, p.siren, p.website, p.by_hand, p.keys, p.withdrawn_at is not null as withdrawn,
           exists (select from supplier_software v where v.supplier_id = p.id and v.source_id is null) as serves_by_hand
      from supplier p where p.joined_into is null order by p.made_at, p.id`.execute(trx);
  return rows;
}

export type SaidRow = {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly website: string | null;
  readonly keys: readonly string[];
};

/** Adds what sources name for the first time, and puts what they say now in the place of what they said. Columns written by hand stay. */
export async function putSaid(trx: Database, rows: readonly SaidRow[], at: Date): Promise<void> {
  await sql`
    insert into supplier as p (id, name, siren, website, keys, origin, made_at, changed_at)
    select id, name, siren, website, keys, 'source', ${at}, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said (id uuid, name text, siren text, website text, keys text[])
    on conflict (id) do update set
      name = case when 'name' = any(p.by_hand) then p.name else excluded.name end,
      siren = case when 'siren' = any(p.by_hand) then p.siren else excluded.siren end,
      website = case when 'website' = any(p.by_hand) then p.website else excluded.website end,
      keys = excluded.keys, withdrawn_at = null, version = p.version + 1, changed_at = ${at}, changed_by = null`.execute(trx);
}

/** Those that sources no longer name, and of which nobody wrote anything: kept, and no longer listed. */
export async function withdraw(trx: Database, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update supplier set withdrawn_at = ${at}, version = version + 1, changed_at = ${at}, changed_by = null
     where id = any(${[...ids]}::uuid[]) and withdrawn_at is null`.execute(trx);
}

export type SaidServiceRow = SaidService & { readonly supplierId: string };

/** What sources say that suppliers serve, whole: what is not there is forgotten. What people wrote is left alone. */
export async function putSaidServices(trx: Database, rows: readonly SaidServiceRow[]): Promise<void> {
  const said = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said ("supplierId" uuid, slug text, "sourceId" text, page text)`;
  await sql`
    delete from supplier_software v where v.source_id is not null
       and not exists (select from ${said} where "supplierId" = v.supplier_id and said.slug = v.slug and "sourceId" = v.source_id)`.execute(
    trx,
  );
  await sql`
    insert into supplier_software as v (supplier_id, slug, source_id, page)
    select "supplierId", slug, "sourceId", page from ${said}
    on conflict (supplier_id, slug, source_id) do update set page = excluded.page where v.page is distinct from excluded.page`.execute(trx);
}
