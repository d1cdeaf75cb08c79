import { sql } from "kysely";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** Declarations of one authority queue here, until commit: two at once would not see each other's names. */
export async function lockNames(trx: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${trx.authorityId}, 17))`.execute(trx);
}

/** The first installation of this name that is not retired. */
export async function declaredUnder(trx: AuthorityTransaction, name: string): Promise<{ id: InstallationId; name: string } | undefined> {
  const { rows } = await sql<{ id: InstallationId; name: string }>`
    select id, name from installation
     where authority_id = ${trx.authorityId} and name_key = folded(${name}) and state <> 'retired' order by declared_at, id limit 1`.execute(
    trx,
  );
  return rows[0];
}

/** Names of all that is not retired. */
export async function declaredNames(reader: AuthorityTransaction): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom("installation")
    .select("name")
    .where("authorityId", "=", reader.authorityId)
    .where("state", "!=", "retired")
    .execute();
  return rows.map(({ name }) => name);
}
