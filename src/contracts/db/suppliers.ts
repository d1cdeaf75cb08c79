import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type SupplierName = { readonly id: string; readonly name: string };

/** The supplier of this id, under the one it was found to be; undefined when there is none. */
export async function supplierOf(reader: AuthorityTransaction, id: string): Promise<SupplierName | undefined> {
  const { rows } = await sql<SupplierName>`
    select k.id, k.name from supplier s join supplier k on k.id = coalesce(s.joined_into, s.id) where s.id = ${id}`.execute(reader);
  return rows[0];
}

/** The supplier that bears this name, whatever its capitals and accents; undefined when none does, or several do. */
export async function supplierNamed(reader: AuthorityTransaction, name: string): Promise<SupplierName | undefined> {
  const { rows } = await sql<SupplierName>`
    select id, name from supplier where withdrawn_at is null and name_key = folded(${name}) limit 2`.execute(reader);
  return rows.length === 1 ? rows[0] : undefined;
}

/** The suppliers of the authority's contracts, by name. */
export async function contractSuppliers(reader: AuthorityTransaction): Promise<readonly SupplierName[]> {
  const { rows } = await sql<SupplierName>`
    select s.id, s.name from supplier s
     where s.id in (select supplier_id from contract where authority_id = ${reader.authorityId}) order by s.name_key, s.id limit 500`.execute(
    reader,
  );
  return rows;
}
