import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

/** The lock of whoever changes the shape of the database, shared by whoever needs it to stay. */
export const MIGRATING = 7_234_001;

export const MIGRATION_TABLE =
  "create table if not exists migration (name text primary key, applied_at timestamptz not null default now())";

export type Migration = { readonly name: string; readonly text: string };

/** Every migration of a folder, in order. */
export function migrationsIn(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Applies the migrations that the database has not seen, in order, each in its own transaction, one process at a time. */
export async function migrate(pool: pg.Pool, folder: string): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    await client.query(MIGRATION_TABLE);
    const seen = new Set((await client.query<{ name: string }>("select name from migration")).rows.map(({ name }) => name));
    const coming = migrationsIn(folder).filter(({ name }) => !seen.has(name));
    for (const migration of coming) await apply(client, migration);
    return coming.map(({ name }) => name);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATING]).catch(() => undefined);
    client.release();
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await runMigration(client, migration);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw new Error(`Migration ${migration.name} failed`, { cause: fault });
  }
}

/** One migration, in the caller's transaction. */
export async function runMigration(client: pg.ClientBase, { name, text }: Migration): Promise<void> {
  await client.query(text);
  await client.query("insert into migration (name) values ($1)", [name]);
}
