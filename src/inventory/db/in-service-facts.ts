import { sql } from "kysely";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Details } from "../domain/details.ts";
import type { Installation } from "../domain/installation.ts";
import type { InstallationState } from "../domain/state.ts";
import { freeOf } from "./columns.ts";

export type InServiceFacts = Omit<Details, "registerReference"> &
  Pick<Installation, "softwareSlug" | "softwareName" | "free" | "users" | "departments" | "answerableDepartment" | "inServiceOn"> & {
    readonly id: InstallationId;
    readonly name: string;
    readonly state: InstallationState;
  };

const MOST = 5_000;

/**
 * What the authority runs, with what is stated of it, in order of name: what is in service, or in the other states asked for. Of software
 * that people said is another, the one that stands for both.
 */
export async function allInServiceFacts(
  reader: AuthorityTransaction,
  states: readonly InstallationState[] = ["in-service"],
): Promise<readonly InServiceFacts[]> {
  const { rows } = await sql<InServiceFacts>`
    with served as materialized (
      select l.installation_id, jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by folded(d.name)) as departments
        from installation_department l join department d on d.authority_id = l.authority_id and d.id = l.department_id
       where l.authority_id = ${reader.authorityId} group by l.installation_id)
    select i.id, i.name, coalesce(s.slug, i.software_slug) as software_slug, s.name as software_name, ${freeOf("i")} as free, i.state, i.users, i.in_service_on,
           coalesce(served.departments, '[]') as departments, i.software_version, i.layer, i.criticality, i.answerable_department_id, i.answerable_role,
           answers.name as answerable_department, i.hosting, i.host_name, i.data_country, i.governing_law, i.personal_data, i.personal_data_kinds
      from installation i left join software named on named.slug = i.software_slug
      left join software s on s.slug = coalesce(named.merged_into, named.slug)
      left join served on served.installation_id = i.id
      left join department answers on answers.authority_id = i.authority_id and answers.id = i.answerable_department_id
     where i.authority_id = ${reader.authorityId} and i.state = any(${[...states]}::text[])
     order by i.name_key, i.id limit ${MOST}`.execute(reader);
  return rows;
}
