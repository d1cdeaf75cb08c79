import { refreshWords } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { currentMerges } from "../db/merges.ts";
import { asOwner, lockCatalogue } from "../db/owner-transaction.ts";
import { publish } from "./publish.ts";

/**
 * Makes anew the software that stand for others. Trap: an import makes a software anew from what is said under the addresses it
 * touched; where one of these stands behind another, what is said of that other must be heard too.
 */
export async function publishMerged(db: Database, at: Date): Promise<void> {
  const standing = [...new Set((await currentMerges(db)).values())];
  if (standing.length === 0) return;
  await asOwner(db, async (trx) => {
    await lockCatalogue(trx);
    await publish(trx, standing, { at });
    await refreshWords(trx, standing);
  });
}
