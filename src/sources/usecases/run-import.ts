import { fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import { forgetInput, inputOf, isStopAsked, noteProblems, type SentInput, takeWaitingImport } from "../db/import-inputs.ts";
import { closeImport, type ImportState } from "../db/imports.ts";
import { SOURCE_FORMATS, type SourceFormat } from "../domain/source-record.ts";
import { type Fetch, type GatherRefusal, LARGEST_FILE } from "./gather-files.ts";
import { derive, type ImportDeps, runOpenedImport } from "./import-reading.ts";
import { publishMerged } from "./publish-merged.ts";
import { readSource, type SourceFile } from "./read-source.ts";

export type RunDeps = ImportDeps & { readonly fetch?: Fetch };

/** Runs an import that was asked for, once. Whatever its file holds, it ends: done, stopped or failed, and why. */
export async function runImport(deps: RunDeps, importId: string): Promise<ImportState | undefined> {
  const { db, now } = deps;
  if (!(await takeWaitingImport(db, importId, now()))) return undefined;
  try {
    const input = await inputOf(db, importId);
    const format = SOURCE_FORMATS.find((known) => known === input?.format);
    if (input === undefined || format === undefined) return await endedWithout(deps, importId, "no-input");
    const file = await fileOf(deps, input.sent);
    if ("kind" in file) {
      await noteProblems(db, importId, [file]);
      return await endedWithout(deps, importId, "not-fetched");
    }
    return await runOnFile(deps, { importId, format, file });
  } finally {
    await forgetInput(db, importId);
  }
}

type OnFile = { readonly importId: string; readonly format: SourceFormat; readonly file: SourceFile };

/** Reads the file of an import that runs, and imports what it says. */
export async function runOnFile(deps: RunDeps, { importId, format, file }: OnFile): Promise<ImportState> {
  const { db, now } = deps;
  const { problems, ...reading } = readSource(format, [file]);
  if (problems.length > 0) await noteProblems(db, importId, problems);
  if (await isStopAsked(db, importId)) {
    await closeImport(db, { id: importId, state: "stopped", at: now() });
    return "stopped";
  }
  const found = reading.records.length + reading.products.length;
  if (found + reading.skipped.length === 0) return endedWithout(deps, importId, "nothing-readable");
  if (found === 0 && reading.skipped.some(({ reason }) => reason.kind === "not-this-format"))
    return endedWithout(deps, importId, "not-this-format");
  const state = await runOpenedImport(deps, { id: importId, source: { id: format, format }, reading });
  await derive(deps, () => publishMerged(db, now()));
  return state;
}

async function endedWithout({ db, now }: RunDeps, id: string, failure: string): Promise<ImportState> {
  await closeImport(db, { id, state: "failed", failure, at: now() });
  return "failed";
}

async function fileOf({ fetch = fetchRemote }: RunDeps, sent: SentInput["sent"]): Promise<SourceFile | GatherRefusal> {
  if (sent.kind === "file") return { name: sent.name, bytes: sent.bytes };
  const fetched = await fetch(sent.url, { maxBytes: LARGEST_FILE });
  if (fetched.kind === "fetched") return { name: sent.url, bytes: fetched.bytes };
  const { reason, status } = fetched.kind === "failed" ? fetched : { reason: "not-modified", status: undefined };
  return { kind: "not-fetched", place: sent.url, reason, status: status ?? null };
}
