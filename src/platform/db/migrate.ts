import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

const LOCK = 7_234_001;

/** Applies the migrations that the database has not seen, in order, each in its own transaction, one process at a time. */
export async function migrate(pool: pg.Pool, folder: string): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create table if not exists migration (name text primary key, applied_at timestamptz not null default now())");
    const seen = new Set((await client.query<{ name: string }>("select name from migration")).rows.map(({ name }) => name));
    const coming = readdirSync(folder)
      .filter((name) => name.endsWith(".sql") && !seen.has(name))
      .sort();
    for (const name of coming) await apply(client, name, readFileSync(join(folder, name), "utf8"));
    return coming;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]).catch(() => undefined);
    client.release();
  }
}

async function apply(client: pg.PoolClient, name: string, text: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into migration (name) values ($1)", [name]);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed`, { cause: fault });
  }
}
