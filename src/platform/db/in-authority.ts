import { sql, type Transaction } from "kysely";
import { type AuthorityId, isUuid } from "#src/kernel/ids.ts";
import type { Result } from "#src/kernel/result.ts";
import type { Database } from "./database.ts";
import type { DB } from "./schema.ts";

/** A transaction that sees, and writes, one authority's rows. */
export type AuthorityTransaction = Transaction<DB> & { readonly authorityId: AuthorityId };
/** The same for reading: PostgreSQL itself refuses a write. */
export type AuthorityReader = AuthorityTransaction & { readonly readOnly: true };

class Rollback extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super("refused");
    this.refusal = refusal;
  }
}

/** Runs `work` in one transaction that sees, and writes, one authority's rows. A refusal rolls back as a fault does. */
export async function inAuthority<R extends Result<unknown, unknown>>(
  db: Database,
  id: AuthorityId,
  work: (trx: AuthorityTransaction) => Promise<R>,
): Promise<R> {
  try {
    return await db.transaction().execute(async (trx) => {
      await enter(trx, id);
      const result = await work(named<AuthorityTransaction>(trx, id));
      if (!result.ok) throw new Rollback(result);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof Rollback) return thrown.refusal as R;
    throw thrown;
  }
}

/**
 * Runs `work` in one read-only transaction that sees one authority's rows. Most pages are this: it is opened in one round trip, where
 * a transaction of Kysely's and `enter` would take two. Nothing is written, so its end cannot fail in a way that matters.
 */
export function readAuthority<T>(db: Database, id: AuthorityId, work: (trx: AuthorityReader) => Promise<T>): Promise<T> {
  if (!isUuid(id)) throw new TypeError("An authority is named by its UUID");
  const opening = `begin read only; set local role beffroi_authority; set local app.authority_id = '${id}'`;
  return db.connection().execute(async (connection) => {
    await sql.raw(opening).execute(connection);
    try {
      return await work(named<AuthorityReader>(connection as Transaction<DB>, id));
    } finally {
      await sql.raw("rollback").execute(connection);
    }
  });
}

/** Superusers and owners bypass row-level security: the role that owns nothing is taken in every transaction. */
async function enter(trx: Transaction<DB>, id: AuthorityId): Promise<void> {
  await sql`select set_config('role', 'beffroi_authority', true), set_config('app.authority_id', ${id}, true)`.execute(trx);
}

function named<T extends AuthorityTransaction>(trx: Transaction<DB>, authorityId: AuthorityId): T {
  return Object.assign(trx, { authorityId }) as T;
}
