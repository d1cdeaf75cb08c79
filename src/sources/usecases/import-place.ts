import { newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type CatalogueImport, importById, linesOfImport } from "../db/imports.ts";
import { ensureSource } from "../db/sources.ts";
import { SOURCE_NAMES } from "../domain/source-names.ts";
import type { SkippedRecord, SourceFormat } from "../domain/source-record.ts";
import type { ReportLine } from "../domain/statement.ts";
import { type Fetch, type GatherRefusal, gatherFiles, type Missed } from "./gather-files.ts";
import { type ImportDeps, importReading } from "./import-reading.ts";
import { type FileProblem, readSource } from "./read-source.ts";

export type PlaceImport = {
  readonly report: CatalogueImport;
  readonly lines: readonly ReportLine[];
  readonly problems: readonly FileProblem[];
};
export type PlaceRefusal = GatherRefusal | { readonly kind: "nothing-readable"; readonly problems: readonly FileProblem[] };

const MOST_LINES = 1_000_000;

/** Imports the files of a place, whole, and gives the report line by line: the command of an operator, who answers for the instance. */
export async function importPlace(
  deps: ImportDeps & { readonly fetch?: Fetch },
  { format, place, askedBy }: { readonly format: SourceFormat; readonly place: string; readonly askedBy: string | null },
): Promise<Result<PlaceImport, PlaceRefusal>> {
  const gathered = await gatherFiles(format, place, deps.fetch);
  if (!gathered.ok) return gathered;
  const { files, missed } = gathered.value;
  const { problems, ...reading } = readSource(format, files);
  const skipped = [...reading.skipped, ...missed.map(missedRecord)];
  if (reading.records.length + reading.products.length + skipped.length === 0) return refused({ kind: "nothing-readable", problems });
  await ensureSource(deps.db, { id: format, format, name: SOURCE_NAMES[format] });
  const id = newId();
  await importReading(deps, { id, source: { id: format, format }, reading: { ...reading, skipped }, askedBy });
  const report = await importById(deps.db, id);
  if (report === undefined) throw new Error("An import that was opened is there");
  return ok({ report, lines: await linesOfImport(deps.db, id, { limit: MOST_LINES }), problems });
}

function missedRecord({ place, reason }: Missed): SkippedRecord {
  return { where: place, name: null, reason: { kind: "unreadable", detail: reason } };
}
