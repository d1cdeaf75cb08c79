import type pg from "pg";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { MIGRATING, MIGRATION_TABLE, migrationsIn, runMigration } from "#src/platform/db/migrate.ts";
import { plainClient } from "./backup.ts";
import { copyIn } from "./copy.ts";
import type { Manifest } from "./manifest.ts";
import { type ReadBackup, readBackup, type UnreadableBackup } from "./read-backup.ts";
import { foreignKeysOf, quoted, quotedName, type Table, tablesOf, WIPE } from "./tables.ts";

export type RestoreRefusal =
  | UnreadableBackup
  | { readonly kind: "newer"; readonly version: string; readonly migration: string }
  | { readonly kind: "in-use" }
  | { readonly kind: "not-empty"; readonly authorities: number }
  | { readonly kind: "not-ours" };

export type Restored = { readonly manifest: Manifest /** Applied after the data was back. */; readonly migrated: readonly string[] };
export type RestoreOptions = {
  readonly path: string;
  readonly migrations: string /** Whatever the database holds goes. */;
  readonly replace: boolean;
};

/**
 * Puts a backup in the place of what the database holds: its tables as they were made for it, its rows, its references checked
 * again, then the migrations that came since. In one transaction: all of it, or nothing.
 */
export async function restoreBackup(url: string, { path, migrations, replace }: RestoreOptions): Promise<Result<Restored, RestoreRefusal>> {
  const read = await readBackup(path);
  if (!read.ok) return read;
  const { manifest } = read.value;
  const known = migrationsIn(migrations);
  const unknown = manifest.migrations.find((name) => !known.some((each) => each.name === name));
  if (unknown !== undefined) return refused({ kind: "newer", version: manifest.version, migration: unknown });
  const client = await plainClient(url);
  try {
    await client.query("begin");
    // A server that starts meanwhile waits here to migrate, and finds what was restored.
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATING]);
    const refusal = await whyNot(client, replace);
    if (refusal !== undefined) return refused(refusal);
    await client.query(WIPE);
    await client.query(MIGRATION_TABLE);
    for (const { text } of known.filter(({ name }) => manifest.migrations.includes(name))) await client.query(text);
    await fill(client, read.value);
    const since = known.filter(({ name }) => !manifest.migrations.includes(name));
    for (const migration of since) await runMigration(client, migration);
    await client.query("commit");
    await client.query("analyze");
    return ok({ manifest, migrated: since.map(({ name }) => name) });
  } finally {
    await client.query("rollback").catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

async function whyNot(client: pg.Client, replace: boolean): Promise<RestoreRefusal | undefined> {
  const { rows: others } = await client.query(
    "select from pg_stat_activity where datname = current_database() and application_name = 'beffroi' and pid <> pg_backend_pid() limit 1",
  );
  if (others.length > 0) return { kind: "in-use" };
  const tables = await tablesOf(client);
  if (tables.length === 0) return undefined;
  if (!tables.some(({ schema, name }) => schema === "public" && name === "migration")) return { kind: "not-ours" };
  if (replace || !tables.some(({ schema, name }) => schema === "public" && name === "authority")) return undefined;
  const { rows } = await client.query<{ count: number }>("select count(*)::int as count from public.authority");
  const authorities = rows[0]?.count ?? 0;
  return authorities === 0 ? undefined : { kind: "not-empty", authorities };
}

/** Rows come in without their triggers, which tell other tables what these already know, and before their references, in any order. */
async function fill(client: pg.Client, { manifest, linesOf }: ReadBackup): Promise<void> {
  const tables = await tablesOf(client);
  const references = await foreignKeysOf(client);
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  await client.query(`truncate ${tables.map(quoted).join(", ")}`);
  for (const saved of manifest.tables) {
    if (!tables.some((table) => isSame(table, saved))) throw new Error(`${quoted(saved)} is not what its migrations make`);
    const statement = `copy ${quoted(saved)} (${saved.columns.map(quotedName).join(", ")}) from stdin`;
    const rows = await copyIn(client, statement, linesOf(saved));
    if (rows !== saved.rows) throw new Error(`${quoted(saved)}: ${rows} rows of ${saved.rows}`);
  }
  for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
  for (const { value, ...sequence } of manifest.sequences)
    if (value !== null) await client.query("select setval($1::regclass, $2::bigint)", [quoted(sequence), value]);
}

function isSame(table: Table, saved: Table): boolean {
  return table.schema === saved.schema && table.name === saved.name;
}
