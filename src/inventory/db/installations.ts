import { type RawBuilder, sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Installation } from "../domain/installation.ts";
import { departmentNames, freeOf } from "./columns.ts";

/** The columns of an `Installation`, from `installation i left join software s`. */
export const INSTALLATION: RawBuilder<unknown> = sql`
  i.id, i.name, i.software_slug, s.name as software_name, ${freeOf("i")} as free, i.free as declared_free, i.state, i.purpose, i.users,
  i.in_service_on, i.retired_on, i.request_id, ${departmentNames("i")} as departments, i.software_version, i.layer, i.criticality,
  i.answerable_department_id, i.answerable_role, i.hosting, i.host_name, i.data_country, i.governing_law, i.personal_data, i.personal_data_kinds,
  i.register_reference, i.version,
  (select d.name from department d where d.authority_id = i.authority_id and d.id = i.answerable_department_id) as answerable_department`;

export async function installationById(reader: AuthorityTransaction, id: string): Promise<Installation | undefined> {
  const { rows } = await sql<Installation>`
    select ${INSTALLATION} from installation i left join software s on s.slug = i.software_slug
     where i.authority_id = ${reader.authorityId} and i.id = ${id}`.execute(reader);
  return rows[0];
}

/** The same, locked until the end of the transaction: nobody changes it meanwhile. */
export async function installationForUpdate(trx: AuthorityTransaction, id: string): Promise<Installation | undefined> {
  await sql`select 1 from installation where authority_id = ${trx.authorityId} and id = ${id} for update`.execute(trx);
  return installationById(trx, id);
}

/** Every installation of one software that is not retired, in order of name. */
export async function installationsOfSoftware(reader: AuthorityTransaction, slug: string): Promise<readonly Installation[]> {
  const { rows } = await sql<Installation>`
    select ${INSTALLATION} from installation i left join software s on s.slug = i.software_slug
     where i.authority_id = ${reader.authorityId} and i.software_slug = ${slug} and i.state <> 'retired'
     order by i.name_key, i.id limit 200`.execute(reader);
  return rows;
}

/** The file it came from, when it was imported. */
export async function importOf(reader: AuthorityTransaction, id: string): Promise<string | null> {
  const { rows } = await sql<{ importId: string | null }>`
    select import_id from installation where authority_id = ${reader.authorityId} and id = ${id}`.execute(reader);
  return rows[0]?.importId ?? null;
}
