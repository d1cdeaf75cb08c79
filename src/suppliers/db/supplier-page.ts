import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { NamingSource, Service, Supplier } from "../domain/supplier.ts";
import { SERVICES } from "./columns.ts";

/** Withdrawn or not, joined to another or not: its address stays good. */
export async function supplierById(reader: Database, id: string): Promise<Supplier | undefined> {
  const { rows } = await sql<Supplier>`
    select id, name, siren, website, kind, place, origin, by_hand, version, changed_at, withdrawn_at, joined_into from supplier where id = ${id}`.execute(
    reader,
  );
  return rows[0];
}

/** All that it serves in the catalogue, by name. */
export async function servicesOfSupplier(reader: Database, id: string): Promise<readonly Service[]> {
  const { rows } = await sql<Service>`
    select service.slug, service.name, bool_or(service.source_id is null) as by_hand,
           coalesce(array_agg(distinct c.name) filter (where c.name is not null), '{}') as sources
      from (${SERVICES}) service left join catalogue_source c on c.id = service.source_id
     where service.supplier_id = ${id}
     group by service.slug, service.name order by lower(service.name), service.slug`.execute(reader);
  return rows;
}

export async function sourcesOfSupplier(reader: Database, id: string): Promise<readonly NamingSource[]> {
  const { rows } = await sql<NamingSource>`
    select c.id, c.name, min(v.page) as page, c.fetched_at as confirmed_at
      from supplier_software v join catalogue_source c on c.id = v.source_id
     where v.supplier_id = ${id} group by c.id order by c.name`.execute(reader);
  return rows;
}

/** The authority whose administrator changed it last; undefined where the sources did. Read as the tables' owner. */
export async function lastChangedBy(trx: Database, id: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("supplier")
    .innerJoin("authority", "authority.id", "supplier.changedBy")
    .select("authority.name")
    .where("supplier.id", "=", id)
    .executeTakeFirst();
  return row?.name;
}
