import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { PreparingClient } from "./preparing-client.ts";
import type { DB } from "./schema.ts";

export type Database = Kysely<DB>;

// Days stay days (no zone may move them), and bigint sequences fit a number for some thousand years.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function openPool(connectionString: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString,
    max: 10,
    application_name: "beffroi",
    // A prepared query is planned once for all values: see docs/adr/0013.
    options: "-c plan_cache_mode=force_generic_plan",
    connectionTimeoutMillis: 10_000,
    ...options,
  });
  // A connection lost while idle is not a fault of anybody's request: the pool opens another one.
  pool.on("error", () => undefined);
  // Lost between two queries of a transaction, it is the next query's fault, not the whole process's.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

/** `told`: hears of each statement that is sent. Columns are snake_case in SQL and camelCase in code; what lies inside JSON is left as it is. */
export function openDatabase(pool: pg.Pool, told?: (statement: string) => void): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(told && { log: ({ query }) => told(query.sql) }),
  });
}
