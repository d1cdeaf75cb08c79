import { sql } from "kysely";
import type { InstallationId, PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { ReadLine, RefusedLine } from "../domain/import-line.ts";
import type { ReadyLine } from "../domain/judge-lines.ts";

export type ImportReport = { readonly created: number; readonly refused: readonly RefusedLine[] };
/** A file read and not yet confirmed has its lines; once imported, its report alone. */
export type InstallationImport = {
  readonly id: string;
  readonly fileName: string;
  readonly sentAt: Date;
  readonly importedAt: Date | null;
  readonly lines: readonly ReadLine[];
  readonly report: ImportReport | null;
};

export type NewImport = {
  readonly id: string;
  readonly fileName: string;
  readonly lines: readonly ReadLine[];
  readonly by: PersonId;
  readonly at: Date;
};

/** Posted twice, kept once. The lines are text, not jsonb: they may hold NUL characters that PostgreSQL refuses. */
export async function insertImport(trx: AuthorityTransaction, { id, fileName, lines, by, at }: NewImport): Promise<void> {
  await trx
    .insertInto("installationImport")
    .values({ authorityId: trx.authorityId, id, fileName, content: JSON.stringify(lines), sentBy: by, sentAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function importById(reader: AuthorityTransaction, id: string): Promise<InstallationImport | undefined> {
  const row = await reader
    .selectFrom("installationImport")
    .select(["id", "fileName", "content", "sentAt", "importedAt", "report"])
    .where("authorityId", "=", reader.authorityId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { content, report, sentAt, importedAt, ...rest } = row;
  const lines: readonly ReadLine[] = content === "" ? [] : JSON.parse(content);
  return { ...rest, sentAt: sentAt as Date, importedAt: importedAt as Date | null, lines, report: report as ImportReport | null };
}

export async function importForUpdate(trx: AuthorityTransaction, id: string): Promise<InstallationImport | undefined> {
  await sql`select 1 from installation_import where authority_id = ${trx.authorityId} and id = ${id} for update`.execute(trx);
  return importById(trx, id);
}

/** The file's content is not kept longer than it serves. */
export async function closeImport(trx: AuthorityTransaction, id: string, report: ImportReport, by: PersonId, at: Date): Promise<void> {
  await sql`
    update installation_import set content = '', report = ${JSON.stringify(report)}::jsonb, imported_by = ${by}, imported_at = ${at}
     where authority_id = ${trx.authorityId} and id = ${id}`.execute(trx);
}

/** Only a file that was not imported: what it created names it. */
export async function deleteImport(trx: AuthorityTransaction, id: string): Promise<void> {
  await trx
    .deleteFrom("installationImport")
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .where("importedAt", "is", null)
    .execute();
}

/** Files that somebody sent and left without confirming. */
export async function deleteForgottenImports(trx: AuthorityTransaction, before: Date): Promise<void> {
  await trx
    .deleteFrom("installationImport")
    .where("authorityId", "=", trx.authorityId)
    .where("importedAt", "is", null)
    .where("sentAt", "<", before)
    .execute();
}

export type ImportedLine = ReadyLine & { readonly id: InstallationId; readonly softwareSlug: string | null };

/** All the lines in two statements, however many they are. */
export async function insertImported(
  trx: AuthorityTransaction,
  importId: string,
  lines: readonly ImportedLine[],
  by: PersonId,
  at: Date,
): Promise<void> {
  const rows = lines.map(({ id, softwareSlug, draft }) => ({
    id,
    name: draft.name,
    software_slug: softwareSlug,
    free: draft.free,
    state: draft.state,
    purpose: draft.purpose,
    users: draft.users,
    in_service_on: draft.inServiceOn,
  }));
  await sql`
    insert into installation (authority_id, id, name, software_slug, free, state, purpose, users, in_service_on, import_id, declared_by, declared_at)
    select ${trx.authorityId}, r.id, r.name, r.software_slug, r.free, r.state, r.purpose, r.users, r.in_service_on, ${importId}, ${by}, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, software_slug text, free boolean, state text, purpose text, users integer, in_service_on date)`.execute(
    trx,
  );
  const links = lines.flatMap(({ id, departmentIds }) => departmentIds.map((department) => ({ id, department })));
  await sql`
    insert into installation_department (authority_id, installation_id, department_id)
    select ${trx.authorityId}, l.id, l.department from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (id uuid, department uuid)`.execute(
    trx,
  );
}
