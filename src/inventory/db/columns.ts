import { type RawBuilder, sql } from "kysely";
import type { DepartmentName } from "../domain/installation.ts";

/** Free software or not, of the installation aliased `alias`, with its software joined as `s`: the catalogue's word first. */
export function freeOf(alias: string): RawBuilder<boolean | null> {
  return sql`coalesce(s.free, ${sql.ref(`${alias}.free`)})`;
}

/** Its departments, in order of name. */
export function departmentNames(alias: string): RawBuilder<readonly DepartmentName[]> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by folded(d.name))
      from installation_department l join department d on d.authority_id = l.authority_id and d.id = l.department_id
     where l.authority_id = ${sql.ref(`${alias}.authorityId`)} and l.installation_id = ${sql.ref(`${alias}.id`)}), '[]')`;
}
