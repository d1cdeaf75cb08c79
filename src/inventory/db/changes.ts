import { sql } from "kysely";
import type { PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** An entry of the authority's journal about an installation, or about the file it came from. */
export type Change = { readonly at: Date; readonly what: string; readonly by: PersonId | null; readonly byName: string | null };

const SHOWN = 100;

/** The last changes first, a hundred at most. */
export async function changesOf(reader: AuthorityTransaction, id: string): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select j.at, j.what, j.person_id as by, m.name as by_name
      from journal_entry j left join membership m on m.authority_id = j.authority_id and m.person_id = j.person_id
     where j.authority_id = ${reader.authorityId} and j.subject_id in (
       select ${id}::uuid union all
       select import_id from installation where authority_id = ${reader.authorityId} and id = ${id} and import_id is not null)
     order by j.sequence desc limit ${SHOWN}`.execute(reader);
  return rows;
}

export async function lastChangeOf(reader: AuthorityTransaction, id: string): Promise<Change | undefined> {
  return (await changesOf(reader, id))[0];
}
