import { sql } from "kysely";
import type { DepartmentId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { Member } from "../domain/member.ts";

export type PeopleFilter = {
  readonly search: string;
  readonly role: Role | null;
  /** These departments, or all when null. */
  readonly departments: readonly DepartmentId[] | null;
  /** Those who left, instead of those who are here. */
  readonly left: boolean;
  readonly page: number;
};
export type PeoplePage = { readonly rows: readonly Member[]; readonly total: number };

export const PEOPLE_PER_PAGE = 50;

/** A page of the authority's people by name; how many they are in all comes with it. */
export async function peoplePage(trx: AuthorityReader, { search, role, departments, left, page }: PeopleFilter): Promise<PeoplePage> {
  const ids = departments === null ? null : [...departments];
  const matching = sql`
    authority_id = ${trx.authorityId}
       and (left_at is not null) = ${left}
       and (${role}::text is null or roles @> array[${role}]::text[])
       and (${ids}::uuid[] is null or department_id = any(${ids}::uuid[]))
       and (${search} = '' or strpos(unaccent(lower(name || ' ' || email || ' ' || coalesce(job_title, ''))), unaccent(lower(${search}))) > 0)`;
  const { rows } = await sql<Member & { total: number }>`
    select person_id as id, name, email, job_title, department_id, roles, joined_at, left_at, version,
           (select count(*) from membership where ${matching}) as total
      from membership where ${matching}
     order by unaccent(lower(name)), person_id limit ${PEOPLE_PER_PAGE} offset ${(page - 1) * PEOPLE_PER_PAGE}`.execute(trx);
  return { rows: rows.map(({ total: _, ...member }) => member), total: rows[0]?.total ?? 0 };
}

export type PeopleCounts = { readonly people: number; readonly pending: number; readonly departments: number };

/** For the index of the administration. */
export async function countPeople(trx: AuthorityReader): Promise<PeopleCounts> {
  const { rows } = await sql<PeopleCounts>`
    select (select count(*) from membership where authority_id = ${trx.authorityId} and left_at is null) as people,
           (select count(*) from invitation where authority_id = ${trx.authorityId} and accepted_at is null and revoked_at is null) as pending,
           (select count(*) from department where authority_id = ${trx.authorityId} and closed_at is null) as departments`.execute(trx);
  return rows[0] ?? { people: 0, pending: 0, departments: 0 };
}
