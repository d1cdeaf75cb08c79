import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import type { Manifest } from "#src/platform/backup/manifest.ts";
import { readBackup } from "#src/platform/backup/read-backup.ts";
import { readConfig } from "#src/platform/config.ts";
import { openPool } from "#src/platform/db/database.ts";
import { postgresServer } from "#src/platform/db/postgres-server.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { startPlatform } from "#src/platform/start.ts";
import { beffroi, beffroiOn, freePort, type RunningApp, startProcess, stopProcess } from "./process.ts";

const folder = throwAwayFolder("backup");
const [here, elsewhere, external] = ["here", "elsewhere", "external"].map((name) => join(folder, name)) as [string, string, string];
const theirs = await postgresServer(external);

let app: RunningApp | undefined;

afterAll(async () => {
  if (app !== undefined) await stopProcess(app);
  await theirs.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Requests, each written by two forms, until told to stop; `committed` are those whose sender had an answer. */
function writers(url: string, cookie: string, department: string): { readonly committed: string[]; readonly stop: () => Promise<unknown> } {
  const committed: string[] = [];
  let going = true;
  const post = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(url + path, { method: "POST", redirect: "manual", headers: { cookie, origin: url }, body: new URLSearchParams(fields) });
  const write = async (): Promise<void> => {
    while (going) {
      const need = { _cle: crypto.randomUUID(), titre: "Écrit pendant", besoin: "Ne rien perdre", service: department };
      const draft = (await post("/demandes/nouvelle", need)).headers.get("location")?.replace("/existant", "") ?? "";
      const sent = (await post(`${draft}/exigences`, {})).headers.get("location") ?? "";
      if (/^\/demandes\/[0-9a-f-]{36}$/.test(sent)) committed.push(sent.slice("/demandes/".length));
    }
  };
  const writing = [write(), write(), write()];
  return {
    committed,
    stop: () => {
      going = false;
      return Promise.all(writing);
    },
  };
}

async function manifestOfFile(path: string): Promise<Manifest> {
  const read = await readBackup(path);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.manifest;
}

const rowsIn = ({ tables }: Manifest, table: string): number => tables.find(({ name }) => name === table)?.rows ?? -1;
const said = ({ tables, sequences }: Manifest): object => ({ tables, sequences });

it("is taken while people write, and restored elsewhere says the same: what was answered before is there, the rest is whole or absent", async () => {
  const port = await freePort();
  const { deps, close } = await startPlatform(readConfig({ BEFFROI_DATA: here, PORT: String(port), LOG_LEVEL: "silent" }));
  const town = await anAuthority(deps, { name: "Ville de Valmontel" });
  const cookie = await aSignedInCookie(deps, town.requester);
  await close();
  app = await startProcess(here, port);
  const { committed, stop } = writers(app.url, cookie, town.departments.library);
  while (committed.length < 10) await new Promise((resolve) => setTimeout(resolve, 20));

  const before = [...committed];
  const file = join(folder, "under-load.tar");
  const taken = await beffroi(here, "backup", file);
  const after = committed.length;
  expect(taken).toEqual({ code: 0, stdout: `${file}\n`, stderr: "" });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(after).toBeGreaterThan(before.length);
  await stop();
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  expect(await stopProcess(app)).toBe(0);

  const restored = await beffroi(elsewhere, "restore", file);
  expect([restored.code, restored.stderr]).toEqual([0, ""]);
  expect(restored.stdout).toMatch(/^Sauvegarde du \S+ remise\u00a0: \d+ tables, \d+ lignes\.\nville-de-valmontel\u00a0: intact, /);
  expect(await beffroi(elsewhere, "journal", "verify")).toMatchObject({ code: 0, stderr: "" });

  const saved = await manifestOfFile(file);
  const again = join(folder, "again.tar");
  expect((await beffroi(elsewhere, "backup", again)).code).toBe(0);
  expect(said(await manifestOfFile(again))).toEqual(said(saved));

  const server = await postgresServer(join(elsewhere, "postgres"));
  await server.start();
  const pool = openPool(server.url("beffroi"));
  const ids = new Set((await pool.query<{ id: string }>("select id from request")).rows.map(({ id }) => id));
  const broken = await pool.query(
    `select from request r where not exists (select from request_entry e where e.request_id = r.id and e.sequence = 1)
        or not exists (select from request_summary s where s.request_id = r.id)
        or not exists (select from journal_entry j where j.subject_id = r.id)`,
  );
  await pool.end();
  await server.stop();
  expect(before.filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(rowsIn(saved, "request"));
  expect(ids.size).toBeLessThanOrEqual(committed.length);
  expect(broken.rowCount).toBe(0);
});

it("goes from our PostgreSQL to another’s, where its role owns nothing but its database, and back", async () => {
  await theirs.start();
  const admin = openPool(theirs.url("postgres"));
  await admin.query("create role clerk login createrole");
  await admin.query("create database town owner clerk");
  await admin.end();
  const DATABASE_URL = theirs.url("town").replace("//postgres@", "//clerk@");
  const file = join(folder, "under-load.tar");
  const unused = join(folder, "unused");
  expect(await beffroiOn({ DATABASE_URL }, unused, "restore", file)).toMatchObject({ code: 0, stderr: "" });

  app = await startProcess(unused, await freePort(), { DATABASE_URL });
  expect((await fetch(`${app.url}/connexion`)).status).toBe(200);
  const refused = await beffroiOn({ DATABASE_URL }, unused, "restore", file, "--replace");
  expect(refused).toEqual({ code: 1, stdout: "", stderr: "Beffroi est lancé sur cette base. Arrêtez-le, puis recommencez.\n" });
  const back = join(folder, "back.tar");
  expect((await beffroiOn({ DATABASE_URL }, unused, "backup", back)).code).toBe(0);
  expect(await stopProcess(app)).toBe(0);

  const full = await beffroi(here, "restore", back);
  expect([full.code, full.stderr]).toEqual([1, expect.stringContaining("--replace")]);
  expect(await beffroi(here, "restore", back, "--replace")).toMatchObject({ code: 0, stderr: "" });
  const tables = async (path: string): Promise<readonly object[]> =>
    (await manifestOfFile(path)).tables.filter(({ name }) => /request|journal|membership|account/.test(name));
  expect(await tables(back)).toEqual(await tables(file));
});

it("refuses a file that is cut or altered, and a folder without data, in words, with exit code 1", async () => {
  const bytes = await readFile(join(folder, "under-load.tar"));
  const bad = join(folder, "bad.tar");
  const restoring = async (content: Buffer): Promise<readonly [number, string]> => {
    await writeFile(bad, content);
    const { code, stderr } = await beffroi(here, "restore", bad, "--replace");
    return [code, stderr];
  };
  expect(await restoring(bytes.subarray(0, Math.floor(bytes.length / 2)))).toEqual([
    1,
    "Cette sauvegarde est coupée avant sa fin. Rien n’a été changé.\n",
  ]);
  const altered = Buffer.from(bytes);
  // Past the header of that file, and past what gzip says of itself.
  const place = bytes.indexOf("public.journal_entry.copy.gz") + 512 + 40;
  altered.writeUInt8((altered[place] ?? 0) ^ 4, place);
  expect(await restoring(altered)).toEqual([1, expect.stringMatching(/^Cette sauvegarde est altérée\u00a0: .* Rien n’a été changé\.\n$/)]);
  const nothing = await beffroi(join(folder, "nothing"), "backup", join(folder, "nothing.tar"));
  expect([nothing.code, nothing.stderr]).toEqual([1, expect.stringMatching(/^Rien à sauvegarder/)]);
});
