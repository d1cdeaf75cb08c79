import { sql, type Transaction } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { DB } from "#src/platform/db/schema.ts";

/** A transaction of the tables' owner: authorities read suppliers, and write none of them. */
export function asOwner<T>(db: Database, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

/** The rest of the transaction is that authority's own: its journal. No supplier can be written after this. */
export async function becomeAuthority(trx: Transaction<DB>, authorityId: AuthorityId): Promise<AuthorityTransaction> {
  await sql`select set_config('role', 'beffroi_authority', true), set_config('app.authority_id', ${authorityId}, true)`.execute(trx);
  return Object.assign(trx, { authorityId }) as AuthorityTransaction;
}
