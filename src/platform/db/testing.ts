import type { Pool } from "pg";
import { afterAll } from "vitest";
import { type Database, openDatabase, openPool } from "./database.ts";
import { TEMPLATE, testUrl } from "./test-server.ts";

export type TestDatabase = { readonly db: Database; readonly url: string };

/** What several files begin with: prepared once for the whole run, by the first that wants it. */
export type Prepared = { readonly name: string; readonly prepare: (db: Database) => Promise<unknown> };

/** A database of the test file's own, cloned from the migrated template, or from what was prepared on it; dropped when the file ends. */
export async function testDatabase(prepared?: Prepared): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = openPool(testUrl("postgres"), { max: 1 });
  const template = prepared === undefined ? TEMPLATE : await ensurePrepared(admin, prepared);
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  const pool = openPool(testUrl(name));
  const db = openDatabase(pool);
  afterAll(async () => {
    await db.destroy();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return { db, url: testUrl(name) };
}

export type WatchedDatabase = { readonly db: Database; readonly sent: string[] };

/** The same database by one more connection, which tells the statements that it sends. Closed when the file ends. */
export function watchedDatabase(url: string): WatchedDatabase {
  const sent: string[] = [];
  const db = openDatabase(openPool(url, { max: 1 }), (statement) => void sent.push(statement));
  afterAll(() => db.destroy());
  return { db, sent };
}

/** Files run beside each other: one prepares, the others wait for it. */
async function ensurePrepared(admin: Pool, { name, prepare }: Prepared): Promise<string> {
  const template = `${TEMPLATE}_${name}`;
  // Held to the end: a lock belongs to a connection, and a pool closes those that wait.
  const connection = await admin.connect();
  try {
    await connection.query("select pg_advisory_lock(hashtext($1))", [template]);
    const { rowCount } = await connection.query("select from pg_database where datname = $1", [template]);
    if (rowCount === 1) return template;
    const unfinished = `${template}_unfinished`;
    await connection.query(`drop database if exists ${unfinished} with (force)`);
    await connection.query(`create database ${unfinished} template ${TEMPLATE} strategy file_copy`);
    const db = openDatabase(openPool(testUrl(unfinished)));
    await prepare(db).finally(() => db.destroy());
    await connection.query(`alter database ${unfinished} rename to ${template}`);
    return template;
  } finally {
    await connection.query("select pg_advisory_unlock(hashtext($1))", [template]);
    connection.release();
  }
}
