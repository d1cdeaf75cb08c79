import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { buffer, text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { fileOf, MANIFEST, MANIFEST_HASH, type Manifest, manifestOf, type SavedTable, sha256Of } from "./manifest.ts";
import { entriesOf, readEntry, type TarEntry } from "./tar.ts";

export type UnreadableBackup =
  | { readonly kind: "no-such-file" }
  | { readonly kind: "not-a-backup" }
  | { readonly kind: "truncated" }
  | { readonly kind: "altered"; readonly what: string };

export type ReadBackup = { readonly manifest: Manifest; readonly linesOf: (table: SavedTable) => AsyncIterable<Uint8Array> };

const FIRST_BYTES = 512;

/** Reads the whole file once, and answers only for one that is as it was written. */
export async function readBackup(path: string): Promise<Result<ReadBackup, UnreadableBackup>> {
  const entries = await entriesAt(path);
  if (!entries.ok) return entries;
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]));
  const manifest = await manifestIn(path, byName);
  if (!manifest.ok) return manifest;
  const linesOf = (table: SavedTable): AsyncIterable<Uint8Array> => {
    const entry = byName.get(fileOf(table));
    if (entry === undefined) throw new Error(`${fileOf(table)} is missing`);
    const compressed = readEntry(path, entry);
    const lines = createGunzip();
    compressed.on("error", (fault) => lines.destroy(fault));
    return compressed.pipe(lines);
  };
  for (const table of manifest.value.tables)
    if (!(await isAsWritten(table, linesOf))) return refused({ kind: "altered", what: fileOf(table) });
  return ok({ manifest: manifest.value, linesOf });
}

async function entriesAt(path: string): Promise<Result<readonly TarEntry[], UnreadableBackup>> {
  const file = await open(path, "r").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return undefined;
    throw fault;
  });
  if (file === undefined) return refused({ kind: "no-such-file" });
  try {
    if (!(await file.stat()).isFile()) return refused({ kind: "not-a-backup" });
    const entries = await entriesOf(file);
    if (entries !== undefined) return ok(entries);
    const { buffer: first } = await file.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
    return refused({ kind: first.toString("latin1", 257, 262) === "ustar" ? "truncated" : "not-a-backup" });
  } finally {
    await file.close();
  }
}

async function manifestIn(path: string, entries: ReadonlyMap<string, TarEntry>): Promise<Result<Manifest, UnreadableBackup>> {
  const [entry, hash] = [entries.get(MANIFEST), entries.get(MANIFEST_HASH)];
  if (entry === undefined || hash === undefined) return refused({ kind: "not-a-backup" });
  const said = (await buffer(readEntry(path, entry))).toString("utf8");
  if ((await text(readEntry(path, hash))).slice(0, 64) !== sha256Of(said)) return refused({ kind: "altered", what: MANIFEST });
  const manifest = manifestOf(said);
  return manifest === undefined ? refused({ kind: "not-a-backup" }) : ok(manifest);
}

async function isAsWritten(table: SavedTable, linesOf: ReadBackup["linesOf"]): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of linesOf(table)) hash.update(chunk);
  } catch {
    return false;
  }
  return hash.digest("hex") === table.sha256;
}
