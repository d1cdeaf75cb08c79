import { sql } from "kysely";
import type { PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Kept, Undone } from "./imports.ts";

/**
 * What an import created and somebody has changed since, or tied to something, in order of name. What other slices hold is read
 * straight from their tables: they stand on the inventory, which cannot ask them.
 */
export async function changedSince(trx: AuthorityTransaction, importId: string, importedAt: Date): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    with created as materialized (
      select id, name, name_key, version from installation where authority_id = ${trx.authorityId} and import_id = ${importId}),
    held as (
      select installation_id as id from installation_extension where authority_id = ${trx.authorityId} union
      select installation_id from installation_interface where authority_id = ${trx.authorityId} union
      select needed_id from installation_interface where authority_id = ${trx.authorityId} union
      select installation_id from contract_installation where authority_id = ${trx.authorityId} union
      select installation_id from skill where authority_id = ${trx.authorityId} union
      select installation_id from sovereignty_answer where authority_id = ${trx.authorityId} union
      select named[1]::uuid from request_entry e,
             regexp_matches(e.content::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') named
       where e.authority_id = ${trx.authorityId} and e.at >= ${importedAt})
    select id, name from created where version > 1 or id in (select id from held) order by name_key, id`.execute(trx);
  return rows;
}

/** Nobody changes them meanwhile. */
export async function lockCreated(trx: AuthorityTransaction, importId: string): Promise<void> {
  await sql`select 1 from installation where authority_id = ${trx.authorityId} and import_id = ${importId} order by id for update`.execute(
    trx,
  );
}

/** Removes what an import created, but for what is kept, with its departments and its history. */
export async function deleteCreated(trx: AuthorityTransaction, importId: string, kept: readonly Kept[]): Promise<number> {
  const ids = kept.map(({ id }) => id as string);
  const gone = sql`select id from installation where authority_id = ${trx.authorityId} and import_id = ${importId} and id <> all(${ids}::uuid[])`;
  await sql`delete from installation_department where authority_id = ${trx.authorityId} and installation_id in (${gone})`.execute(trx);
  const { numAffectedRows } = await sql`delete from installation where authority_id = ${trx.authorityId} and id in (${gone})`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

export async function markUndone(trx: AuthorityTransaction, id: string, undone: Undone, by: PersonId, at: Date): Promise<void> {
  await sql`
    update installation_import set report = jsonb_set(report, '{undone}', ${JSON.stringify(undone)}::jsonb), undone_by = ${by}, undone_at = ${at}
     where authority_id = ${trx.authorityId} and id = ${id}`.execute(trx);
}
