import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** An entry of the authority's journal about a contract. */
export type Change = { readonly at: Date; readonly what: string; readonly byName: string | null };

const SHOWN = 100;

/** The last changes first, a hundred at most. */
export async function changesOf(reader: AuthorityTransaction, id: string): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select j.at, j.what, m.name as by_name
      from journal_entry j left join membership m on m.authority_id = j.authority_id and m.person_id = j.person_id
     where j.authority_id = ${reader.authorityId} and j.subject_id = ${id}
     order by j.sequence desc limit ${SHOWN}`.execute(reader);
  return rows;
}

export async function lastChangeOf(reader: AuthorityTransaction, id: string): Promise<Change | undefined> {
  return (await changesOf(reader, id))[0];
}
