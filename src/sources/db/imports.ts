import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { OUTCOMES, type Outcome, type ReportLine } from "../domain/statement.ts";

export type ImportState = "waiting" | "running" | "done" | "stopped" | "failed";
export type ImportCounts = Readonly<Record<Outcome, number>>;
export type CatalogueImport = ImportCounts & {
  readonly id: string;
  readonly sourceId: string;
  readonly state: ImportState;
  readonly askedBy: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly done: number;
  readonly total: number;
  readonly stopAsked: boolean;
  readonly failure: string | null;
  /** Codes of what was wrong with its files. */
  readonly problems: unknown;
};

export type OpenedImport = {
  readonly id: string;
  readonly sourceId: string;
  readonly askedBy: string | null;
  readonly at: Date;
  /** `waiting`: asked for, and to be run by a job. */
  readonly state?: "waiting" | "running";
};

/** Opens an import, once: false when this identifier is taken. */
export async function openImport(db: Database, { id, sourceId, askedBy, at, state = "running" }: OpenedImport): Promise<boolean> {
  const inserted = await db
    .insertInto("catalogueImport")
    .values({ id, sourceId, state, askedBy, startedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Adds these lines to the report, and says how far the import is. True when somebody asked for it to stop. */
export async function reportLines(
  trx: Database,
  importId: string,
  lines: readonly ReportLine[],
  reached: { readonly from: number; readonly done: number; readonly total: number },
): Promise<boolean> {
  const rows = lines.map((line, index) => ({ ...line, line: reached.from + index }));
  await sql`
    insert into catalogue_import_line (import_id, line, outcome, key, name, slug, detail)
    select ${importId}, line, outcome, key, name, slug, detail
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (line int, outcome text, key text, name text, slug text, detail text)`.execute(
    trx,
  );
  const counts = countsOf(lines);
  const { rows: asked } = await sql<{ stopAsked: boolean }>`
    update catalogue_import set done = ${reached.done}, total = ${reached.total}, created = created + ${counts.created},
           joined = joined + ${counts.joined}, updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
           skipped = skipped + ${counts.skipped}
     where id = ${importId} returning stop_asked`.execute(trx);
  return asked[0]?.stopAsked ?? false;
}

export function countsOf(lines: readonly ReportLine[]): ImportCounts {
  const counts = { created: 0, joined: 0, updated: 0, unchanged: 0, skipped: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}

export async function closeImport(
  db: Database,
  closed: { readonly id: string; readonly state: ImportState; readonly failure?: string | null; readonly at: Date },
): Promise<void> {
  const { id, state, failure = null, at } = closed;
  await db.updateTable("catalogueImport").set({ state, failure, finishedAt: at }).where("id", "=", id).execute();
}

export async function importById(reader: Database, id: string): Promise<CatalogueImport | undefined> {
  return (await reader.selectFrom("catalogueImport").selectAll().where("id", "=", id).executeTakeFirst()) as CatalogueImport | undefined;
}

export async function recentImports(reader: Database, most: number): Promise<readonly CatalogueImport[]> {
  return (await reader.selectFrom("catalogueImport").selectAll().orderBy("startedAt", "desc").limit(most).execute()) as CatalogueImport[];
}

/** A part of the report, in its order. */
export async function linesOfImport(
  reader: Database,
  importId: string,
  { outcome, limit, offset = 0 }: { readonly outcome?: Outcome | undefined; readonly limit: number; readonly offset?: number },
): Promise<readonly (ReportLine & { readonly line: number })[]> {
  let query = reader
    .selectFrom("catalogueImportLine")
    .select(["line", "outcome", "key", "name", "slug", "detail"])
    .where("importId", "=", importId);
  if (outcome !== undefined && OUTCOMES.includes(outcome)) query = query.where("outcome", "=", outcome);
  return (await query.orderBy("line").limit(limit).offset(offset).execute()) as (ReportLine & { line: number })[];
}

/** Nothing runs any more when a process starts: what was running was cut. */
export async function closeCutImports(db: Database, at: Date): Promise<void> {
  await db
    .updateTable("catalogueImport")
    .set({ state: "stopped", finishedAt: at, failure: "cut" })
    .where("state", "=", "running")
    .execute();
}
