import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { testUrl } from "#src/platform/db/test-server.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aRequest, aRequestAtGate2 } from "#src/requests/testing.ts";
import { openDatabase, openPool } from "../db/database.ts";
import { MIGRATING, migrate } from "../db/migrate.ts";
import { journal } from "../journal/journal.ts";
import { verifyJournal } from "../journal/verify.ts";
import { writeBackup } from "./backup.ts";
import { readBackup } from "./read-backup.ts";
import { restoreBackup } from "./restore.ts";
import { entriesOf, tarWriter } from "./tar.ts";

const MIGRATIONS = "db/migrations";
const AT = new Date("2026-02-03T04:05:06Z");
const folder = throwAwayFolder("backup");
const deps = await testDeps();
const town = await anAuthority(deps, { name: "Ville\tde \\N l’Été \u{1f3db}" });
await aRequestAtGate2(deps, town);
await aRequest(deps, town);
await run(deps.url, "insert into failed_search (asked, first_at, last_at) values (E'\\\\.\\n\\\\.\\r\\n\"\\x01\\u2028', now(), now())");
await run(
  deps.url,
  `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
  select gen_random_uuid(), now(), 'a-secret', now(), id from auth."user" limit 1`,
);
await run(deps.url, "insert into software_change (slug, field, at) select 'x', 'cycle', now() from generate_series(1, 5000)");

const databases: string[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of databases) await run(testUrl("postgres"), `drop database ${name} with (force)`);
});

async function run<Row extends pg.QueryResultRow>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function anEmptyDatabase(owner = "postgres"): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  databases.push(name);
  await run(testUrl("postgres"), `create database ${name} owner ${owner} template template0`);
  return testUrl(name).replace("//postgres@", `//${owner}@`);
}

async function aBackup(url = deps.url): Promise<string> {
  const written = await writeBackup(url, join(folder, `${crypto.randomUUID()}.tar`), AT);
  if (!written.ok) throw new Error(written.error.kind);
  return written.value.path;
}

const restore = (url: string, path: string, options: { replace?: boolean; migrations?: string } = {}) =>
  restoreBackup(url, { path, migrations: MIGRATIONS, replace: false, ...options });

/** Every table with its number of rows and a sum of what they say, in an order of its own: nothing of the backup’s own code. */
async function contentOf(url: string): Promise<readonly string[]> {
  const tables = await run<{ name: string }>(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'public' or (schemaname = 'auth' and tablename in ('user', 'account')) order by 1`,
  );
  const sum = (name: string): string =>
    `select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as line from ${name} t`;
  const lines = await run<{ line: string }>(url, tables.map(({ name }) => sum(name)).join(" union all "));
  return lines.map(({ line }) => line).sort();
}

/** What tables are held by: references, checks, triggers, policies, rights, indexes. */
function shapeOf(url: string): Promise<readonly object[]> {
  return run(
    url,
    `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
      where connamespace::regnamespace::text in ('public', 'auth')
     union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
     union all select tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
     union all select relname || ' ' || relrowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     union all select indexdef from pg_indexes where schemaname in ('public', 'auth')
     union all select table_schema || '.' || table_name || ' ' || privilege_type from information_schema.role_table_grants where grantee = 'beffroi_authority'
      and table_schema = 'public' order by 1`,
  );
}

describe("a backup", { timeout: 60_000 }, () => {
  it("is whole: restored in an empty database, every table says the same, and is held by the same rules", async () => {
    const url = await anEmptyDatabase();
    const restored = await restore(url, await aBackup());
    expect(restored.ok && restored.value.migrated).toEqual([]);
    const content = await contentOf(url);
    expect(content.length).toBeGreaterThan(60);
    expect(content).toEqual(await contentOf(deps.url));
    expect(content.find((line) => line.startsWith("public.request "))).toMatch(/^public.request 2 /);
    expect(await shapeOf(url)).toEqual(await shapeOf(deps.url));
    const db = openDatabase(openPool(url));
    expect(await verifyJournal(db, town.id)).toEqual(await verifyJournal(deps.db, town.id));
    expect((await verifyJournal(db, town.id)).intact).toBe(true);
    await db.destroy();
  });

  it("goes on where it was: the next identifier is free, the journal takes its next entry and refuses a change", async () => {
    const url = await anEmptyDatabase();
    await restore(url, await aBackup());
    await run(url, "insert into software_change (slug, field, at) values ('y', 'cycle', now())");
    const db = openDatabase(openPool(url));
    const entry = { what: "settings-changed", subject: { type: "authority", id: town.id }, content: {}, by: null, at: AT };
    await inAuthority(db, town.id, async (trx) => ok(await journal(trx, entry)));
    expect((await verifyJournal(db, town.id)).intact).toBe(true);
    await db.destroy();
    await expect(run(url, "update journal_entry set what = 'nothing'")).rejects.toThrow(/never changed/);
    await expect(run(url, "delete from authority")).rejects.toThrow(/foreign key/);
  });

  it("holds no session, no link that opens a door, and no waiting job; only its owner reads it", async () => {
    const path = await aBackup();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const file = await open(path);
    const names = (await entriesOf(file))?.map(({ name }) => name) ?? [];
    await file.close();
    expect(names).toContain("auth.account.copy.gz");
    expect(names.filter((name) => /session|verification|rateLimit|pgboss/.test(name))).toEqual([]);
    const url = await anEmptyDatabase();
    await restore(url, path);
    expect(await run(url, "select from auth.session")).toEqual([]);
  });

  it("names itself by its moment in a folder, and neither replaces a file nor leaves half of one", async () => {
    const into = join(folder, "backups");
    const first = await writeBackup(deps.url, `${into}/`, AT);
    expect(first.ok && first.value.path).toBe(join(into, "beffroi-2026-02-03T040506Z.tar"));
    expect(await writeBackup(deps.url, into, AT)).toMatchObject({ ok: false, error: { kind: "already-there" } });
    expect(await writeBackup(await anEmptyDatabase(), join(into, "nothing.tar"), AT)).toMatchObject({ error: { kind: "nothing-there" } });
    expect(readdirSync(into)).toEqual(["beffroi-2026-02-03T040506Z.tar"]);
  });

  it("removes what a backup that was killed left in its folder over a day ago, and nothing else", async () => {
    const into = join(folder, "killed");
    mkdirSync(into);
    const hoursAgo = (hours: number): Date => new Date(AT.getTime() - hours * 3_600_000);
    const files = {
      "beffroi-2026-02-01T040506Z.tar.partial": 48,
      "beffroi-2026-02-03T030506Z.tar.partial": 1,
      "beffroi-2026-02-01T040506Z.tar": 48,
      "avant-la-mise-a-jour.tar.partial": 48,
      "beffroi-2026-02-01T040506Z.tar.partial.txt": 48,
    };
    for (const [name, hours] of Object.entries(files)) {
      writeFileSync(join(into, name), "half");
      utimesSync(join(into, name), hoursAgo(hours), hoursAgo(hours));
    }
    mkdirSync(join(into, "beffroi-2026-02-01T050607Z.tar.partial"));
    utimesSync(join(into, "beffroi-2026-02-01T050607Z.tar.partial"), hoursAgo(48), hoursAgo(48));
    expect((await writeBackup(deps.url, into, AT)).ok).toBe(true);
    const left = [...Object.keys(files).slice(1), "beffroi-2026-02-01T050607Z.tar.partial", "beffroi-2026-02-03T040506Z.tar"];
    expect(readdirSync(into).sort()).toEqual(left.sort());
  });

  it("is kept and put back by a role that owns its database and nothing else of the server", async () => {
    const role = `owner_${crypto.randomUUID().slice(0, 8)}`;
    await run(testUrl("postgres"), `create role ${role} login createrole; grant beffroi_authority to ${role} with admin option`);
    const url = await anEmptyDatabase(role);
    expect((await restore(url, await aBackup())).ok).toBe(true);
    expect((await restore(url, await aBackup(url), { replace: true })).ok).toBe(true);
    expect(await contentOf(url)).toEqual(await contentOf(deps.url));
  });
});

describe("a backup taken while others write", { timeout: 60_000 }, () => {
  it("is one instant: what one transaction wrote in several tables is in all of them or in none", async () => {
    // Large, and read between the journal and the requests: time for many to write.
    await run(
      deps.url,
      "insert into official_authority (kind, code, name, searched) select 'commune', n, n, n from generate_series(1, 150000) n",
    );
    let going = true;
    const writing = (async () => {
      let written = 0;
      for (; going; written += 1) await aRequest(deps, town);
      return written;
    })();
    const path = await aBackup();
    going = false;
    expect(await writing).toBeGreaterThan(1);
    await run(deps.url, "delete from official_authority");
    const url = await anEmptyDatabase();
    await restore(url, path);
    const db = openDatabase(openPool(url));
    expect((await verifyJournal(db, town.id)).intact).toBe(true);
    await db.destroy();
  });

  it("waits for migrations to end", async () => {
    const client = new pg.Client({ connectionString: deps.url });
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    let taken = false;
    const taking = aBackup().then(() => (taken = true));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(taken).toBe(false);
    await client.end();
    expect(await taking).toBe(true);
  });
});

describe("a restoration", { timeout: 60_000 }, () => {
  it("brings a backup of an older version to this one", async () => {
    const older = join(folder, "older");
    cpSync(MIGRATIONS, older, { recursive: true });
    for (const name of readdirSync(older).filter((each) => each > "0009")) rmSync(join(older, name));
    const from = await anEmptyDatabase();
    const pool = openPool(from);
    await migrate(pool, older);
    await pool.end();
    await run(
      from,
      `insert into authority (id, slug, name, kind, created_at) values ('${town.id}', 'ancienne', 'Ancienne', 'commune', now())`,
    );
    await run(from, "insert into software_change (slug, field, at) select 'x', 'cycle', now() from generate_series(1, 5)");
    const url = await anEmptyDatabase();
    const restored = await restore(url, await aBackup(from));
    expect(restored.ok && restored.value.migrated).toEqual(
      readdirSync(MIGRATIONS).filter((name) => name > "0009" && name.endsWith(".sql")),
    );
    expect(await run(url, "select slug from authority")).toEqual([{ slug: "ancienne" }]);
    expect(await shapeOf(url)).toEqual(await shapeOf(deps.url));
    expect(await restore(await anEmptyDatabase(), await aBackup(), { migrations: older })).toMatchObject({ error: { kind: "newer" } });
  });

  it("refuses a file that is cut, wherever it is", async () => {
    const path = await aBackup();
    const url = await anEmptyDatabase();
    const whole = readFileSync(path);
    const cut = join(folder, "cut.tar");
    for (const length of [0, 1, 511, 512, 5_000, 5_120, Math.floor(whole.length / 2), whole.length - 1_536, whole.length - 1_024]) {
      writeFileSync(cut, whole.subarray(0, length));
      const { ok: done, ...rest } = await restore(url, cut);
      expect([length, done, "error" in rest && rest.error.kind]).toEqual([length, false, length < 262 ? "not-a-backup" : "truncated"]);
    }
    expect(await run(url, "select from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it("refuses a file in which one byte was changed, in any of its parts", async () => {
    const path = await aBackup();
    const whole = readFileSync(path);
    const file = await open(path);
    const entries = (await entriesOf(file)) ?? [];
    await file.close();
    const altered = join(folder, "altered.tar");
    for (const { name, offset, size } of entries) {
      // The middle of what a part says, past what gzip says of itself.
      const bytes = Buffer.from(whole);
      const place = offset + Math.max(Math.floor(size / 2), Math.min(size - 1, 12));
      bytes.writeUInt8((bytes[place] ?? 0) ^ 1, place);
      writeFileSync(altered, bytes);
      expect([name, (await readBackup(altered)).ok]).toEqual([name, false]);
    }
    // Compressed again, and well: only the sum tells.
    const rewritten = await open(altered, "w");
    const tar = tarWriter(rewritten, AT);
    for (const entry of entries) {
      const bytes = whole.subarray(entry.offset, entry.offset + entry.size);
      const isAuthority = entry.name === "public.authority.copy.gz";
      await tar.add(entry.name, Readable.from([isAuthority ? gzipSync(gunzipSync(bytes).toString().replace("commune", "epci")) : bytes]));
    }
    await tar.end();
    await rewritten.close();
    expect(await readBackup(altered)).toMatchObject({ error: { kind: "altered", what: "public.authority.copy.gz" } });
    writeFileSync(altered, readFileSync("package-lock.json"));
    expect(await readBackup(altered)).toMatchObject({ error: { kind: "not-a-backup" } });
    expect(await readBackup(join(folder, "nowhere.tar"))).toMatchObject({ error: { kind: "no-such-file" } });
    expect(await readBackup(folder)).toMatchObject({ error: { kind: "not-a-backup" } });
  });

  it("replaces authorities only when told to, and other people’s tables never", async () => {
    const path = await aBackup();
    const url = await anEmptyDatabase();
    expect((await restore(url, path)).ok).toBe(true);
    await run(url, "update authority set name = 'Changée'");
    expect(await restore(url, path)).toMatchObject({ error: { kind: "not-empty", authorities: 1 } });
    expect((await restore(url, path, { replace: true })).ok).toBe(true);
    expect(await contentOf(url)).toEqual(await contentOf(deps.url));
    const theirs = await anEmptyDatabase();
    await run(theirs, "create table invoice (id integer)");
    expect(await restore(theirs, path, { replace: true })).toMatchObject({ error: { kind: "not-ours" } });
  });

  it("waits for no server: it refuses while one is connected", async () => {
    const url = await anEmptyDatabase();
    const pool = openPool(url);
    await pool.query("select 1");
    expect(await restore(url, await aBackup())).toMatchObject({ error: { kind: "in-use" } });
    await pool.end();
  });

  it("changes nothing when it fails, were it at its last step", async () => {
    const url = await anEmptyDatabase();
    await restore(url, await aBackup());
    await run(url, "update authority set name = 'Celle d’avant'");
    const failing = join(folder, "failing");
    cpSync(MIGRATIONS, failing, { recursive: true });
    writeFileSync(join(failing, "9999-fails.sql"), "select 1 / 0");
    await expect(restore(url, await aBackup(), { replace: true, migrations: failing })).rejects.toThrow(/division by zero/);
    expect(await run(url, "select name from authority")).toEqual([{ name: "Celle d’avant" }]);
  });
});
