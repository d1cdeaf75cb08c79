import { sql } from "kysely";
import type { InstallationId, PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { RefusedLine } from "../domain/import-line.ts";
import type { Layout, Matching } from "../domain/matching.ts";
import type { Table } from "../domain/read-file.ts";

export type Kept = { readonly id: InstallationId; readonly name: string };
/** What became of an import that was undone: what somebody has changed since stays. */
export type Undone = { readonly removed: number; readonly kept: readonly Kept[] };
export type ImportReport = { readonly created: number; readonly refused: readonly RefusedLine[]; readonly undone?: Undone };
/** A file not yet confirmed has its table; once imported, its report alone. */
export type InstallationImport = {
  readonly id: string;
  readonly fileName: string;
  readonly sentAt: Date;
  readonly importedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly table: Table | null;
  readonly matching: Matching | null;
  readonly report: ImportReport | null;
};

export type NewImport = {
  readonly id: string;
  readonly fileName: string;
  readonly table: Table;
  readonly matching: Matching;
  readonly by: PersonId;
  readonly at: Date;
};

/** Posted twice, kept once. The table is text, not jsonb: it may hold NUL characters that PostgreSQL refuses. */
export async function insertImport(trx: AuthorityTransaction, { id, fileName, table, matching, by, at }: NewImport): Promise<void> {
  const content = JSON.stringify(table);
  await sql`
    insert into installation_import (authority_id, id, file_name, content, matching, sent_by, sent_at)
    values (${trx.authorityId}, ${id}, ${fileName}, ${content}, ${JSON.stringify(matching)}::jsonb, ${by}, ${at}) on conflict do nothing`.execute(
    trx,
  );
}

export async function setMatching(trx: AuthorityTransaction, id: string, matching: Matching): Promise<void> {
  await sql`
    update installation_import set matching = ${JSON.stringify(matching)}::jsonb
     where authority_id = ${trx.authorityId} and id = ${id}`.execute(trx);
}

/** What somebody last said of a file of the same headings. */
export async function statedLayoutOf(reader: AuthorityTransaction, headings: readonly string[]): Promise<Layout | undefined> {
  const { rows } = await sql<{ columns: Layout }>`
    select matching -> 'columns' as columns from installation_import
     where authority_id = ${reader.authorityId} and matching -> 'headings' = ${JSON.stringify(headings)}::jsonb
       and (matching ->> 'stated')::boolean
     order by sent_at desc, id limit 1`.execute(reader);
  return rows[0]?.columns;
}

export async function importById(reader: AuthorityTransaction, id: string): Promise<InstallationImport | undefined> {
  const row = await reader
    .selectFrom("installationImport")
    .select(["id", "fileName", "content", "sentAt", "importedAt", "undoneAt", "matching", "report"])
    .where("authorityId", "=", reader.authorityId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { content, report, matching, sentAt, importedAt, undoneAt, ...rest } = row;
  return {
    ...rest,
    sentAt: sentAt as Date,
    importedAt: importedAt as Date | null,
    undoneAt: undoneAt as Date | null,
    table: content === "" ? null : (JSON.parse(content) as Table),
    matching: matching as Matching | null,
    report: report as ImportReport | null,
  };
}

export type ImportInShort = {
  readonly id: string;
  readonly fileName: string;
  readonly sentAt: Date;
  readonly importedAt: Date | null;
  readonly undoneAt: Date | null;
  /** Null where it is not confirmed yet. */
  readonly created: number | null;
};

/** The last files sent, ten at most. */
export async function recentImports(reader: AuthorityTransaction): Promise<readonly ImportInShort[]> {
  const { rows } = await sql<ImportInShort>`
    select id, file_name, sent_at, imported_at, undone_at, (report ->> 'created')::integer as created from installation_import
     where authority_id = ${reader.authorityId} order by sent_at desc, id limit 10`.execute(reader);
  return rows;
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
