import { createHash } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import { type AuthorityId, isUuid } from "#src/kernel/ids.ts";
import type { Result } from "#src/kernel/result.ts";
import type { Database } from "./database.ts";
import type { DB } from "./schema.ts";

/** A transaction that sees, and writes, one authority's rows. */
export type AuthorityTransaction = Transaction<DB> & { readonly authorityId: AuthorityId };
/** The same for reading: PostgreSQL itself refuses a write. */
export type AuthorityReader = AuthorityTransaction & { readonly readOnly: true };

/**
 * Runs `work` in one transaction that sees, and writes, one authority's rows. A refusal rolls back as a fault does. `locks`: names
 * of the authority that one transaction holds at a time, from before anything is read until its end.
 */
export function inAuthority<R extends Result<unknown, unknown>>(
  db: Database,
  id: AuthorityId,
  work: (trx: AuthorityTransaction) => Promise<R>,
  locks: readonly string[] = [],
): Promise<R> {
  return db.connection().execute(async (connection) => {
    const begin = `${opening("begin", id)}${locksInOrder(id, locks)}`;
    try {
      await sql.raw(begin).execute(connection);
      const result = await work(named<AuthorityTransaction>(connection as Transaction<DB>, id));
      if (result.ok) await commit(connection);
      else await sql.raw("rollback").execute(connection);
      return result;
    } catch (fault) {
      // A connection that cannot even roll back is lost, and its transaction with it: the first fault is the one to tell.
      await sql
        .raw("rollback")
        .execute(connection)
        .catch(() => undefined);
      throw fault;
    }
  });
}

/** PostgreSQL answers a commit by a rollback, and no error, where a statement failed before and the failure was passed over. */
async function commit(connection: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ command: string }>`commit`.execute(connection);
  if (rows[0]?.command === "ROLLBACK") throw new Error("The transaction had failed: nothing of it is kept");
}

/**
 * Runs `work` in one read-only transaction that sees one authority's rows. Most pages are this. Nothing is written, so its end cannot
 * fail in a way that matters.
 */
export function readAuthority<T>(db: Database, id: AuthorityId, work: (trx: AuthorityReader) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const begin = opening("begin read only", id);
    try {
      await sql.raw(begin).execute(connection);
      return await work(named<AuthorityReader>(connection as Transaction<DB>, id));
    } finally {
      await sql.raw("rollback").execute(connection);
    }
  });
}

/**
 * In one exchange with PostgreSQL, where a transaction of Kysely's and what follows would take two. Superusers and owners bypass
 * row-level security: the role that owns nothing is taken in every transaction.
 */
function opening(begin: "begin" | "begin read only", id: AuthorityId): string {
  if (!isUuid(id)) throw new TypeError("An authority is named by its UUID");
  return `${begin}; set local role beffroi_authority; set local app.authority_id = '${id}'`;
}

/** In one order for all: two transactions that want the same locks never wait for each other. */
function locksInOrder(id: AuthorityId, locks: readonly string[]): string {
  const keys = locks.map((name) => createHash("sha256").update(`${id} ${name}`).digest().readBigInt64BE(0));
  const sorted = [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1));
  return sorted.map((key) => `; select pg_advisory_xact_lock(${key})`).join("");
}

function named<T extends AuthorityTransaction>(trx: Transaction<DB>, authorityId: AuthorityId): T {
  return Object.assign(trx, { authorityId }) as T;
}
