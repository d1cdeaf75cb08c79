import { sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Layer } from "../domain/details.ts";
import type { Stood } from "../domain/standing.ts";
import type { InstallationState } from "../domain/state.ts";
import { freeOf } from "./columns.ts";

/** Its history, in order. */
export async function standingsOf(reader: AuthorityTransaction, installationId: string): Promise<readonly Stood[]> {
  const { rows } = await sql<Stood>`
    select since, state from installation_standing
     where authority_id = ${reader.authorityId} and installation_id = ${installationId} order by since, rank limit 200`.execute(reader);
  return rows;
}

/** The whole history, in order, in place of what was noted. */
export async function replaceStandings(trx: AuthorityTransaction, installationId: string, history: readonly Stood[]): Promise<void> {
  await sql`delete from installation_standing where authority_id = ${trx.authorityId} and installation_id = ${installationId}`.execute(trx);
  await insertStandings(trx, [{ installationId, history }]);
}

/** The histories of several installations that have none, in one statement. */
export async function insertStandings(
  trx: AuthorityTransaction,
  stood: readonly { readonly installationId: string; readonly history: readonly Stood[] }[],
): Promise<void> {
  const rows = stood.flatMap(({ installationId, history }) =>
    history.map(({ since, state }, index) => ({ installation: installationId, since, rank: index + 1, state })),
  );
  await sql`
    insert into installation_standing (authority_id, installation_id, since, rank, state)
    select ${trx.authorityId}, r.installation, r.since, r.rank, r.state
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (installation uuid, since date, rank integer, state text)`.execute(trx);
}

export type StoodThen = {
  readonly id: InstallationId;
  readonly state: InstallationState;
  /** Free or not, layer and users as they are known now: only the state has a history. */
  readonly free: boolean | null;
  readonly layer: Layer;
  readonly users: number | null;
};

/** Installations that were in service on a day of the past (or in the other states asked for), at most 5,000. */
export async function standingOn(
  reader: AuthorityTransaction,
  day: LocalDate,
  states: readonly InstallationState[] = ["in-service"],
): Promise<readonly StoodThen[]> {
  const { rows } = await sql<StoodThen>`
    with stood as (
      select distinct on (installation_id) installation_id, state from installation_standing
       where authority_id = ${reader.authorityId} and since <= ${day} order by installation_id, since desc, rank desc)
    select i.id, stood.state, ${freeOf("i")} as free, i.layer, i.users
      from stood join installation i on i.authority_id = ${reader.authorityId} and i.id = stood.installation_id
      left join software s on s.slug = i.software_slug
     where stood.state = any(${[...states]}::text[]) order by i.id limit 5000`.execute(reader);
  return rows;
}
