import { sql } from "kysely";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type JournalRow = {
  readonly sequence: number;
  readonly at: Date;
  readonly what: string;
  readonly role: string | null;
  readonly personName: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Of a person, a department or somebody invited; the reference of a request. */
  readonly subjectName: string | null;
};

export const ENTRIES_PER_PAGE = 50;

/** The latest entries written before `before`, the newest first: one more than a page when there are older ones. */
export async function journalPage(trx: AuthorityReader, before: number | null): Promise<readonly JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select j.sequence, j.at, j.what, j.role, m.name as person_name, j.subject_type, j.subject_id,
           coalesce(s.name, d.name, i.name, r.reference) as subject_name
      from journal_entry j
      left join membership m on m.authority_id = j.authority_id and m.person_id = j.person_id
      left join membership s on j.subject_type = 'person' and s.authority_id = j.authority_id and s.person_id = j.subject_id
      left join department d on j.subject_type = 'department' and d.authority_id = j.authority_id and d.id = j.subject_id
      left join invitation i on j.subject_type = 'invitation' and i.authority_id = j.authority_id and i.id = j.subject_id
      left join request_summary r on j.subject_type = 'request' and r.authority_id = j.authority_id and r.request_id = j.subject_id
     where j.authority_id = ${trx.authorityId} and (${before}::bigint is null or j.sequence < ${before}::bigint)
     order by j.sequence desc limit ${ENTRIES_PER_PAGE + 1}`.execute(trx);
  return rows;
}

export type LastChange = { readonly at: Date; readonly by: string | null };

/** Who last changed something, and when: for showing both versions of a conflict. */
export async function lastChangeOf(trx: AuthorityReader | AuthorityTransaction, subjectId: string): Promise<LastChange | undefined> {
  const { rows } = await sql<LastChange>`
    select j.at, m.name as by from journal_entry j
      left join membership m on m.authority_id = j.authority_id and m.person_id = j.person_id
     where j.authority_id = ${trx.authorityId} and j.subject_id = ${subjectId}
     order by j.sequence desc limit 1`.execute(trx);
  return rows[0];
}
