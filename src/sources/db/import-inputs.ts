import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

/** What an import reads: a file that was sent, or an address. */
export type SentInput = { readonly format: string; readonly sent: SentFile | SentAddress };
export type SentFile = { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array };
export type SentAddress = { readonly kind: "address"; readonly url: string };

export async function keepInput(trx: Database, importId: string, { format, sent }: SentInput): Promise<void> {
  const file = sent.kind === "file" ? { fileName: sent.name, bytes: Buffer.from(sent.bytes) } : {};
  const address = sent.kind === "address" ? { url: sent.url } : {};
  await trx
    .insertInto("catalogueImportInput")
    .values({ importId, format, ...file, ...address })
    .execute();
}

export async function inputOf(db: Database, importId: string): Promise<SentInput | undefined> {
  const row = await db.selectFrom("catalogueImportInput").selectAll().where("importId", "=", importId).executeTakeFirst();
  if (row === undefined) return undefined;
  const { format, bytes, fileName, url } = row;
  return { format, sent: bytes === null ? { kind: "address", url: url ?? "" } : { kind: "file", name: fileName ?? "", bytes } };
}

export async function forgetInput(db: Database, importId: string): Promise<void> {
  await db.deleteFrom("catalogueImportInput").where("importId", "=", importId).execute();
}

/** Of imports that nothing will run any more: those that ended, or were cut. */
export async function forgetEndedInputs(db: Database): Promise<void> {
  await sql`delete from catalogue_import_input i using catalogue_import c
             where c.id = i.import_id and c.state not in ('waiting', 'running')`.execute(db);
}

/** True for the one caller who may run it: an import runs once, were its job delivered twice. */
export async function takeWaitingImport(db: Database, importId: string, at: Date): Promise<boolean> {
  const taken = await db
    .updateTable("catalogueImport")
    .set({ state: "running", startedAt: at })
    .where("id", "=", importId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** One that waits stops at once; one that runs, after the portion at hand. One that ended is left as it is. */
export async function askToStop(db: Database, importId: string, at: Date): Promise<void> {
  await sql`
    update catalogue_import set stop_asked = true, state = case state when 'waiting' then 'stopped' else state end,
           finished_at = case state when 'waiting' then ${at}::timestamptz else finished_at end
     where id = ${importId} and state in ('waiting', 'running')`.execute(db);
}

export async function isStopAsked(db: Database, importId: string): Promise<boolean> {
  const row = await db.selectFrom("catalogueImport").select("stopAsked").where("id", "=", importId).executeTakeFirst();
  return row?.stopAsked ?? false;
}

/** What was wrong with the files, as codes. */
export async function noteProblems(db: Database, importId: string, problems: readonly unknown[]): Promise<void> {
  await db
    .updateTable("catalogueImport")
    .set({ problems: JSON.stringify(problems) })
    .where("id", "=", importId)
    .execute();
}
