import type { Database } from "#src/platform/db/database.ts";

/** The instance's key of hardware hashes: made with its database, unknown to the authorities' role. */
export async function machineKey(db: Database): Promise<Buffer> {
  return (await db.selectFrom("machineKey").select("key").executeTakeFirstOrThrow()).key;
}
