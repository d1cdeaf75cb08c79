import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "./testing.ts";

const { db } = await testDatabase();

describe("row-level security", () => {
  it("guards every table that carries authority_id", async () => {
    const { rows } = await sql<{ tablename: string; guarded: boolean }>`
      select c.relname as tablename, c.relrowsecurity as guarded from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r'
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id')`.execute(db);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([]);
  });
});
