import { sql } from "kysely";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Interface, InterfaceKind } from "../domain/interface.ts";
import type { InstallationState } from "../domain/state.ts";

const MOST = 20_000;

/** Every interface between installations that are not retired. */
export async function interfacesOf(reader: AuthorityTransaction): Promise<readonly Interface[]> {
  const { rows } = await sql<Interface>`
    with gone as materialized (select id from installation where authority_id = ${reader.authorityId} and state = 'retired')
    select n.installation_id, n.needed_id, n.kind
      from installation_interface n
     where n.authority_id = ${reader.authorityId}
       and n.installation_id not in (select id from gone) and n.needed_id not in (select id from gone)
     order by n.installation_id, n.needed_id, n.kind limit ${MOST}`.execute(reader);
  return rows;
}

/** One interface seen from one of its two ends. */
export type Neighbour = {
  readonly interfaceId: string;
  /** True: the installation needs `name`. False: `name` depends on it. */
  readonly needed: boolean;
  readonly id: InstallationId;
  readonly name: string;
  readonly state: InstallationState;
  readonly kind: InterfaceKind;
  readonly description: string;
};

export const NEIGHBOURS_SHOWN = 500;

/** What an installation needs, and what depends on it. */
export async function neighboursOf(reader: AuthorityTransaction, id: string): Promise<readonly Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    with ends as (
      select id as interface_id, true as needed, needed_id as other, kind, description from installation_interface
       where authority_id = ${reader.authorityId} and installation_id = ${id}
       union all
      select id, false, installation_id, kind, description from installation_interface
       where authority_id = ${reader.authorityId} and needed_id = ${id})
    select e.interface_id, e.needed, i.id, i.name, i.state, e.kind, e.description
      from ends e join installation i on i.authority_id = ${reader.authorityId} and i.id = e.other
     order by e.needed desc, i.name_key, i.id, e.kind limit ${NEIGHBOURS_SHOWN}`.execute(reader);
  return rows;
}

export type NewInterface = Interface & { readonly id: string; readonly description: string };

/** False, and nothing written, when this id is there already or the two are tied in this way already. */
export async function insertInterface(trx: AuthorityTransaction, row: NewInterface): Promise<boolean> {
  const inserted = await trx
    .insertInto("installationInterface")
    .values({ authorityId: trx.authorityId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function interfaceById(reader: AuthorityTransaction, id: string): Promise<NewInterface | undefined> {
  const { rows } = await sql<NewInterface>`
    select id, installation_id, needed_id, kind, description from installation_interface
     where authority_id = ${reader.authorityId} and id = ${id}`.execute(reader);
  return rows[0];
}

export async function deleteInterface(trx: AuthorityTransaction, id: string): Promise<void> {
  await trx.deleteFrom("installationInterface").where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
}
