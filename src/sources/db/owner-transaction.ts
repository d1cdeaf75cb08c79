import { sql, type Transaction } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { DB } from "#src/platform/db/schema.ts";

/** A transaction of the catalogue's owner: authorities read these tables, and write none of them. */
export type OwnerTransaction = Transaction<DB>;

export function asOwner<T>(db: Database, work: (trx: OwnerTransaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

/** Writers of the catalogue queue here, until the end of their transaction. */
export async function lockCatalogue(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(trx);
}

/** The rest of the transaction is that authority's own: its journal, its jobs. Nothing of the catalogue can be written after this. */
export async function becomeAuthority(trx: OwnerTransaction, authorityId: AuthorityId): Promise<AuthorityTransaction> {
  await sql`select set_config('role', 'beffroi_authority', true), set_config('app.authority_id', ${authorityId}, true)`.execute(trx);
  return Object.assign(trx, { authorityId }) as AuthorityTransaction;
}
