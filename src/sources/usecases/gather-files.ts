import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type Fetched, type FetchOptions, fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import type { SourceFormat } from "../domain/source-record.ts";
import type { SourceFile } from "./read-source.ts";

/** Why nothing could be brought. `reason`: of the fetch, as `fetchRemote` gives it. */
export type GatherRefusal =
  | { readonly kind: "no-such-file"; readonly place: string }
  | { readonly kind: "too-large"; readonly place: string; readonly most: number }
  | { readonly kind: "not-fetched"; readonly place: string; readonly reason: string; readonly status: number | null };

export type GatheredFiles = {
  readonly files: readonly SourceFile[];
  /** Addresses of a list that could not be fetched: the others are imported. */
  readonly missed: readonly { readonly place: string; readonly reason: string }[];
};

/** How remote files are fetched: tests allow a server of theirs. */
export type Fetch = (url: string, options: FetchOptions) => Promise<Fetched>;

/** In bytes. Larger files are refused unread: the largest catalogue known weighs some megabytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;
const MOST_FILES = 5_000;
const MOST_ADDRESSES = 500;

/** The files of a place: a file, a folder or a list of addresses (publiccode.yml), an address. */
export async function gatherFiles(
  format: SourceFormat,
  place: string,
  fetch: Fetch = fetchRemote,
): Promise<Result<GatheredFiles, GatherRefusal>> {
  if (/^https?:\/\//i.test(place)) return fetchedOf(place, await fetch(place, { maxBytes: LARGEST_FILE }));
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return refused({ kind: "no-such-file", place });
  if (stats.isDirectory()) return ok({ files: filesOf(place, format), missed: [] });
  if (stats.size > LARGEST_FILE) return refused({ kind: "too-large", place, most: LARGEST_FILE });
  const bytes = readFileSync(place);
  if (format === "publiccode" && place.endsWith(".txt")) return ok(await listed(bytes.toString("utf8"), fetch));
  return ok({ files: [{ name: place, bytes }], missed: [] });
}

function fetchedOf(place: string, fetched: Fetched): Result<GatheredFiles, GatherRefusal> {
  if (fetched.kind === "fetched") return ok({ files: [{ name: place, bytes: fetched.bytes }], missed: [] });
  const failure = fetched.kind === "failed" ? fetched : undefined;
  return refused({ kind: "not-fetched", place, reason: failure?.reason ?? "not-modified", status: failure?.status ?? null });
}

/** A folder holds files of YAML, each one software; for the other formats, one file of JSON. */
function filesOf(folder: string, format: SourceFormat): readonly SourceFile[] {
  const ending = format === "publiccode" ? /\.ya?ml$/ : /\.json$/;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .sort()
    .slice(0, MOST_FILES)
    .flatMap((name) => {
      const path = join(folder, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats?.isFile() && stats.size <= LARGEST_FILE ? [{ name, bytes: readFileSync(path) }] : [];
    });
}

/** One address a line; what begins with « # » is a remark. */
async function listed(text: string, fetch: Fetch): Promise<GatheredFiles> {
  const addresses = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(0, MOST_ADDRESSES);
  const files: SourceFile[] = [];
  const missed: { place: string; reason: string }[] = [];
  for (const place of addresses) {
    const fetched = await fetch(place, { maxBytes: LARGEST_FILE, retries: 1 });
    if (fetched.kind === "fetched") files.push({ name: place, bytes: fetched.bytes });
    else missed.push({ place, reason: fetched.kind === "failed" ? fetched.reason : fetched.kind });
  }
  return { files, missed };
}
