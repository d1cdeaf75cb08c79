import { afterAll } from "vitest";
import { type Database, openDatabase, openPool } from "./database.ts";
import { TEMPLATE, testUrl } from "./test-server.ts";

export type TestDatabase = { readonly db: Database; readonly url: string };

/** A database of the test file's own, cloned from the migrated template; dropped when the file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = openPool(testUrl("postgres"), { max: 1 });
  await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  const pool = openPool(testUrl(name));
  const db = openDatabase(pool);
  afterAll(async () => {
    await db.destroy();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return { db, url: testUrl(name) };
}
