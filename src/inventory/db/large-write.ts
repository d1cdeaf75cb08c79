import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/**
 * Before thousands of rows are written or removed. Trap: PostgreSQL plans the checks of foreign keys once for a connection; planned when
 * a table had two rows, they read the whole of it for each of five thousand. Until the end of this transaction they are planned each time.
 */
export async function expectManyRows(trx: AuthorityTransaction): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(trx);
}
