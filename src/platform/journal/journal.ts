import { sql } from "kysely";
import type { Json } from "#src/kernel/canonical-json.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { contentHashOf, GENESIS, hashOf } from "./chain.ts";

export type JournalEntry = {
  /** Set when the content lives elsewhere under the same identifier (an entry of a request). */
  readonly id?: string;
  readonly what: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly content: Json;
  readonly by: { readonly id: string; readonly role: Role } | null;
  readonly at: Date;
};

/** Appends to the authority's journal, in the transaction of what it records. Writers of one authority queue here, by a lock held until commit. */
export async function journal(trx: AuthorityTransaction, entry: JournalEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${trx.authorityId}, 1))`.execute(trx);
  const last = await trx
    .selectFrom("journalEntry")
    .select(["sequence", "hash"])
    .where("authorityId", "=", trx.authorityId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const link = {
    authorityId: trx.authorityId,
    sequence: (last?.sequence ?? 0) + 1,
    id: entry.id ?? newId<string>(),
    at: entry.at,
    personId: entry.by?.id ?? null,
    role: entry.by?.role ?? null,
    what: entry.what,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    contentHash: contentHashOf(entry.content),
    previousHash: last?.hash ?? GENESIS,
  };
  await trx
    .insertInto("journalEntry")
    .values({ ...link, hash: hashOf(link) })
    .execute();
}
