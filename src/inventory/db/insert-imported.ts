import { sql } from "kysely";
import { dayOf } from "#src/kernel/dates.ts";
import type { InstallationId, PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { ReadyLine } from "../domain/judge-lines.ts";
import { stoodAtDeclaration } from "../domain/standing.ts";
import { insertStandings } from "./standings.ts";

export type ImportedLine = ReadyLine & { readonly id: InstallationId; readonly softwareSlug: string | null };
export type Imported = { readonly importId: string; readonly lines: readonly ImportedLine[]; readonly by: PersonId; readonly at: Date };

/** All the lines in three statements, however many they are. */
export async function insertImported(trx: AuthorityTransaction, { importId, lines, by, at }: Imported): Promise<void> {
  const rows = JSON.stringify(lines.map(rowOf));
  await sql`
    insert into installation (
      authority_id, id, name, software_slug, free, state, purpose, users, in_service_on, software_version, layer, criticality,
      answerable_department_id, answerable_role, hosting, host_name, data_country, governing_law, personal_data, personal_data_kinds,
      register_reference, import_id, declared_by, declared_at)
    select ${trx.authorityId}, r.id, r.name, r.software_slug, r.free, r.state, r.purpose, r.users, r.in_service_on, r.software_version, r.layer, r.criticality,
           r.answerable_department_id, r.answerable_role, r.hosting, r.host_name, r.data_country, r.governing_law, r.personal_data, r.personal_data_kinds,
           r.register_reference, ${importId}, ${by}, ${at}
      from jsonb_to_recordset(${rows}::jsonb) as r (
        id uuid, name text, software_slug text, free boolean, state text, purpose text, users integer, in_service_on date, software_version text,
        layer text, criticality text, answerable_department_id uuid, answerable_role text, hosting text, host_name text, data_country text,
        governing_law text[], personal_data text, personal_data_kinds text[], register_reference text)`.execute(trx);
  const links = lines.flatMap(({ id, departmentIds }) => departmentIds.map((department) => ({ id, department })));
  await sql`
    insert into installation_department (authority_id, installation_id, department_id)
    select ${trx.authorityId}, l.id, l.department from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (id uuid, department uuid)`.execute(
    trx,
  );
  const stood = lines.map(({ id, draft }) => ({
    installationId: id,
    history: stoodAtDeclaration(draft.state, draft.inServiceOn, dayOf(at)),
  }));
  await insertStandings(trx, stood);
}

function rowOf({ id, softwareSlug, answerableDepartmentId, draft }: ImportedLine): Readonly<Record<string, unknown>> {
  return {
    id,
    name: draft.name,
    software_slug: softwareSlug,
    free: draft.free,
    state: draft.state,
    purpose: draft.purpose,
    users: draft.users,
    in_service_on: draft.inServiceOn,
    software_version: draft.softwareVersion,
    layer: draft.layer,
    criticality: draft.criticality,
    answerable_department_id: answerableDepartmentId,
    answerable_role: draft.answerableRole,
    hosting: draft.hosting,
    host_name: draft.hostName,
    data_country: draft.dataCountry,
    governing_law: draft.governingLaw,
    personal_data: draft.personalData,
    personal_data_kinds: draft.personalDataKinds,
    register_reference: draft.registerReference,
  };
}
