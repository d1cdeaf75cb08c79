import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";

/**
 * Runs `work` while nobody else on this database does the same: made twice at once, the demonstration is made once. All on one
 * connection, whose hundreds of commits do not each wait for the disk: what a power cut would lose is made again.
 */
export function alone<T>(db: Database, work: (connection: Database) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('demonstration'))`.execute(connection);
    await sql`set synchronous_commit = off`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`reset synchronous_commit`.execute(connection);
      await sql`select pg_advisory_unlock(hashtext('demonstration'))`.execute(connection);
    }
  });
}

export async function isCatalogueEmpty(db: Database): Promise<boolean> {
  return (await db.selectFrom("software").select("slug").limit(1).executeTakeFirst()) === undefined;
}

/** True once something of that name was journalled about the authority itself. */
export async function wasJournalled(reader: AuthorityReader, what: string): Promise<boolean> {
  const row = await reader
    .selectFrom("journalEntry")
    .select("sequence")
    .where("authorityId", "=", reader.authorityId)
    .where("subjectId", "=", reader.authorityId)
    .where("what", "=", what)
    .executeTakeFirst();
  return row !== undefined;
}
