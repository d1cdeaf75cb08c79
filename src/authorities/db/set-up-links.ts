import { sql, type Transaction } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { DB } from "#src/platform/db/schema.ts";

/** Makes one link the only one: those before it open nothing any more. */
export async function replaceSetUpLink(db: Database, tokenHash: string, at: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`lock table set_up_link in exclusive mode`.execute(trx);
    await trx.deleteFrom("setUpLink").where("usedAt", "is", null).execute();
    await trx.insertInto("setUpLink").values({ tokenHash, createdAt: at }).execute();
  });
}

/** A link opens nothing once there is an authority, however it came. */
const NO_AUTHORITY = sql<boolean>`not exists (select from authority)`;

export async function isOpenSetUpLink(db: Database, tokenHash: string): Promise<boolean> {
  const row = await db
    .selectFrom("setUpLink")
    .select("tokenHash")
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where(NO_AUTHORITY)
    .executeTakeFirst();
  return row !== undefined;
}

/** True for the one who used it: two who try at once queue here. */
export async function useSetUpLink(db: Database | Transaction<DB>, tokenHash: string, at: Date): Promise<boolean> {
  const used = await db
    .updateTable("setUpLink")
    .set({ usedAt: at })
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where(NO_AUTHORITY)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** What it was used for failed. */
export async function reopenSetUpLink(db: Database, tokenHash: string): Promise<void> {
  await db.updateTable("setUpLink").set({ usedAt: null }).where("tokenHash", "=", tokenHash).execute();
}
