import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { type Result, refused } from "#src/kernel/result.ts";
import { MIGRATING } from "#src/platform/db/migrate.ts";
import packageFile from "../../../package.json" with { type: "json" };
import { copyOut } from "./copy.ts";
import { fileOf, MANIFEST, MANIFEST_HASH, type Manifest, type SavedTable, sha256Of } from "./manifest.ts";
import { quoted, quotedName, sequencesOf, type Table, tablesOf } from "./tables.ts";
import { type TarWriter, tarWriter } from "./tar.ts";

export type BackupRefusal = { readonly kind: "nothing-there" } | { readonly kind: "already-there"; readonly path: string };
export type Backup = { readonly path: string; readonly manifest: Manifest };

/** What both ends of a COPY must agree on, and what a long reading must not be cut by. */
export const PLAIN = `set client_encoding = 'UTF8'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 3; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set row_security = off`;

/**
 * Writes all of the database, as it is at one instant, to a file that only its owner reads. Whoever writes meanwhile goes on. A file
 * under its final name is whole: it has another one until then.
 */
export async function writeBackup(url: string, asked: string, at: Date): Promise<Result<Backup, BackupRefusal>> {
  const path = await fileAt(asked, at);
  if (existsSync(path)) return refused({ kind: "already-there", path });
  const client = await plainClient(url);
  const unfinished = `${path}.partial`;
  try {
    const { rows } = await client.query("select to_regclass('public.migration') as it");
    if (rows[0]?.it === null) return refused({ kind: "nothing-there" });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await removeAbandoned(dirname(path), at);
    await rm(unfinished, { force: true });
    const file = await open(unfinished, "wx", 0o600);
    try {
      const manifest = await writeAll(client, file, at);
      await file.sync();
      await rename(unfinished, path);
      return { ok: true, value: { path, manifest } };
    } finally {
      await file.close();
      await rm(unfinished, { force: true });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Names that we give, of backups that were never ended. */
const UNFINISHED = /^beffroi-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar\.partial$/;
/** One that is being written was written to a moment ago. */
const ABANDONED_AFTER_MS = 86_400_000;

/** What backups that were killed left in this folder. Nobody's backup fails because such a file could not be removed. */
async function removeAbandoned(folder: string, at: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => UNFINISHED.test(each))) {
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isFile() && found.mtimeMs < at.getTime() - ABANDONED_AFTER_MS) await rm(path, { force: true }).catch(() => undefined);
  }
}

export async function plainClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "beffroi backup", connectionTimeoutMillis: 10_000 });
  // Said by the query that it cuts.
  client.on("error", () => undefined);
  await client.connect();
  await client.query(PLAIN);
  return client;
}

/** In a folder, a name that says when: « beffroi-2026-11-22T063924Z.tar ». */
async function fileAt(asked: string, at: Date): Promise<string> {
  const isFolder = asked.endsWith("/") || ((await stat(asked).catch(() => undefined))?.isDirectory() ?? false);
  return isFolder ? join(asked, `beffroi-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z.tar`) : asked;
}

async function writeAll(client: pg.Client, file: FileHandle, at: Date): Promise<Manifest> {
  // Held before the snapshot is taken: a migration that rewrites a table would empty it under our eyes.
  await client.query("select pg_advisory_lock_shared($1)", [MIGRATING]);
  const tables = await tablesOf(client);
  await client.query("begin isolation level repeatable read read only");
  await client.query(`lock table ${tables.map(quoted).join(", ")} in access share mode`);
  const migrations = (await client.query<{ name: string }>("select name from public.migration order by name")).rows.map(({ name }) => name);
  const tar = tarWriter(file, at);
  const saved: SavedTable[] = [];
  for (const table of tables) saved.push(await saveTable(client, tar, table));
  const sequences = [...(await sequencesOf(client))];
  await client.query("commit");
  const { version } = packageFile;
  const manifest: Manifest = { format: "beffroi-backup/1", madeAt: at.toISOString(), version, migrations, tables: saved, sequences };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await tar.add(MANIFEST, once(text));
  await tar.add(MANIFEST_HASH, once(`${sha256Of(text)}  ${MANIFEST}\n`));
  await tar.end();
  return manifest;
}

async function saveTable(client: pg.Client, tar: TarWriter, table: Table): Promise<SavedTable> {
  const { lines, rows } = copyOut(client, `copy ${quoted(table)} (${table.columns.map(quotedName).join(", ")}) to stdout`);
  const hash = createHash("sha256");
  const hashed = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(lines, hashed, createGzip(), (compressed: AsyncIterable<Uint8Array>) => tar.add(fileOf(table), compressed));
  return { ...table, columns: [...table.columns], rows: rows(), sha256: hash.digest("hex") };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
