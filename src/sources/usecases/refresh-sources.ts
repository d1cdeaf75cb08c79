import { newId } from "#src/kernel/ids.ts";
import { fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import { type ImportState, importById, openImport } from "../db/imports.ts";
import { noteFailure, noteFetched, noteUnchanged, takeDueSource } from "../db/source-settings.ts";
import type { CatalogueSource } from "../db/sources.ts";
import { SOURCE_FORMATS } from "../domain/source-record.ts";
import { LARGEST_FILE } from "./gather-files.ts";
import { type RunDeps, runOnFile } from "./run-import.ts";

/** `unchanged`: the source says that nothing changed. Else the state in which the import ended, or « failed » where nothing came. */
export type Refreshed = { readonly sourceId: string; readonly outcome: "unchanged" | ImportState };

/** Fetches every source whose time has come, one after the other. What a failing one said before stays. */
export async function refreshSources(deps: RunDeps): Promise<readonly Refreshed[]> {
  const refreshed: Refreshed[] = [];
  for (;;) {
    const source = await takeDueSource(deps.db, deps.now());
    if (source === undefined) return refreshed;
    refreshed.push({ sourceId: source.id, outcome: await refreshSource(deps, source) });
  }
}

async function refreshSource(deps: RunDeps, source: CatalogueSource): Promise<Refreshed["outcome"]> {
  const { db, now, fetch = fetchRemote } = deps;
  const { id, url, etag, lastModified } = source;
  const format = SOURCE_FORMATS.find((known) => known === source.format);
  if (url === null || format === undefined) return "failed";
  const fetched = await fetch(url, { maxBytes: LARGEST_FILE, etag, lastModified });
  if (fetched.kind === "not-modified") {
    await noteUnchanged(db, id, now());
    return "unchanged";
  }
  if (fetched.kind === "failed") {
    await noteFailure(db, id, fetched.status === undefined ? fetched.reason : `${fetched.reason} ${fetched.status}`);
    return "failed";
  }
  const importId = newId<string>();
  await openImport(db, { id: importId, sourceId: id, askedBy: null, at: now() });
  const state = await runOnFile(deps, { importId, format, file: { name: url, bytes: fetched.bytes } });
  if (state === "done") await noteFetched(db, id, { etag: fetched.etag, lastModified: fetched.lastModified }, now());
  else await noteFailure(db, id, (await importById(db, importId))?.failure ?? state);
  return state;
}
