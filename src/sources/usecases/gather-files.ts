import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type Fetched, type FetchOptions, fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import type { SourceFormat } from "../domain/source-record.ts";
import { MOST_BYTES, type Syntax } from "./decode-file.ts";
import type { SourceFile } from "./read-source.ts";

/** Why nothing could be brought. `reason`: of the fetch, as `fetchRemote` gives it. */
export type GatherRefusal =
  | { readonly kind: "no-such-file"; readonly place: string }
  | { readonly kind: "too-large"; readonly place: string; readonly most: number }
  | { readonly kind: "not-fetched"; readonly place: string; readonly reason: string; readonly status: number | null };

export type GatheredFiles = {
  readonly files: readonly SourceFile[];
  /** Addresses of a list that could not be fetched, files of a folder that were not read: the others are imported. */
  readonly missed: readonly Missed[];
};
export type Missed = { readonly place: string; readonly reason: string };

/** How remote files are fetched: tests allow a server of theirs. */
export type Fetch = (url: string, options: FetchOptions) => Promise<Fetched>;

/** In bytes. */
export const LARGEST_FILE = MOST_BYTES.json;
/** Of a folder. Files of YAML are small, and many: some 5 kB each. */
const MOST_WEIGHT = 32 * 1024 * 1024;
const MOST_FILES = { json: 1, yaml: 5_000 } as const;
const MOST_ADDRESSES = 500;
/** Beyond these, one line says how many more were left out. */
const MOST_SAID = 1_000;

/** The files of a place: a file, a folder or a list of addresses (publiccode.yml), an address. */
export async function gatherFiles(
  format: SourceFormat,
  place: string,
  fetch: Fetch = fetchRemote,
): Promise<Result<GatheredFiles, GatherRefusal>> {
  const syntax = format === "publiccode" ? "yaml" : "json";
  const most = MOST_BYTES[syntax];
  if (/^https?:\/\//i.test(place)) return fetchedOf(place, await fetch(place, { maxBytes: most }));
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return refused({ kind: "no-such-file", place });
  if (stats.isDirectory()) return ok(filesOf(place, syntax));
  if (stats.size > most) return refused({ kind: "too-large", place, most });
  const bytes = readFileSync(place);
  if (format === "publiccode" && place.endsWith(".txt")) return ok(await listed(bytes.toString("utf8"), fetch));
  return ok({ files: [{ name: place, bytes }], missed: [] });
}

function fetchedOf(place: string, fetched: Fetched): Result<GatheredFiles, GatherRefusal> {
  if (fetched.kind === "fetched") return ok({ files: [{ name: place, bytes: fetched.bytes }], missed: [] });
  const failure = fetched.kind === "failed" ? fetched : undefined;
  return refused({ kind: "not-fetched", place, reason: failure?.reason ?? "not-modified", status: failure?.status ?? null });
}

/** A folder holds files of YAML, each one software; for the other formats, one file of JSON. What is not read is said. */
function filesOf(folder: string, syntax: Syntax): GatheredFiles {
  const ending = syntax === "yaml" ? /\.ya?ml$/ : /\.json$/;
  const files: SourceFile[] = [];
  const missed: Missed[] = [];
  let weight = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    const stats = ending.test(name) ? statSync(path, { throwIfNoEntry: false }) : null;
    if (stats === null || stats?.isFile() === false) continue;
    const reason = whyNotRead(stats, { syntax, already: files.length, weight });
    if (reason !== undefined || stats === undefined) missed.push({ place: name, reason: reason ?? "no-such-file" });
    else {
      weight += stats.size;
      files.push({ name, bytes: readFileSync(path) });
    }
  }
  return { files, missed: shortened(missed) };
}

function whyNotRead(
  stats: { readonly size: number } | undefined,
  read: { readonly syntax: Syntax; readonly already: number; readonly weight: number },
): string | undefined {
  if (stats === undefined) return "no-such-file";
  if (stats.size > MOST_BYTES[read.syntax]) return "too-large";
  if (read.already >= MOST_FILES[read.syntax]) return "one-too-many";
  return read.weight + stats.size > MOST_WEIGHT ? "too-much-in-all" : undefined;
}

function shortened(missed: readonly Missed[]): readonly Missed[] {
  if (missed.length <= MOST_SAID) return missed;
  return [...missed.slice(0, MOST_SAID), { place: `+ ${missed.length - MOST_SAID}`, reason: "one-too-many" }];
}

/** One address a line; what begins with « # » is a remark. */
async function listed(text: string, fetch: Fetch): Promise<GatheredFiles> {
  const addresses = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const files: SourceFile[] = [];
  const missed: Missed[] = [];
  for (const place of addresses.slice(0, MOST_ADDRESSES)) {
    const fetched = await fetch(place, { maxBytes: MOST_BYTES.yaml, retries: 1 });
    if (fetched.kind === "fetched") files.push({ name: place, bytes: fetched.bytes });
    else missed.push({ place, reason: fetched.kind === "failed" ? fetched.reason : fetched.kind });
  }
  const beyond = addresses.slice(MOST_ADDRESSES).map((place): Missed => ({ place, reason: "one-too-many" }));
  return { files, missed: shortened([...missed, ...beyond]) };
}
