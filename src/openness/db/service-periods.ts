import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { ServicePeriod } from "../domain/months.ts";

const MOST = 20_000;

/** When each installation was in service, as its history says: what follows a state ends it. */
export async function servicePeriods(reader: AuthorityTransaction): Promise<readonly ServicePeriod[]> {
  const { rows } = await sql<ServicePeriod>`
    select installation_id, since, until
      from (select installation_id, since, state, lead(since) over (partition by installation_id order by since, rank) as until
              from installation_standing where authority_id = ${reader.authorityId}) stood
     where state = 'in-service' and (until is null or until > since) limit ${MOST}`.execute(reader);
  return rows;
}
