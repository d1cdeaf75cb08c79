import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type SealedRecord = {
  readonly requestId: string;
  readonly sealedAt: Date;
  /** Canonical JSON, as hashed. */
  readonly document: string;
  readonly publicDocument: string;
  readonly hash: string;
  readonly publicHash: string;
};

export async function insertRecord(trx: AuthorityTransaction, record: SealedRecord): Promise<void> {
  await trx
    .insertInto("decisionRecord")
    .values({ authorityId: trx.authorityId, ...record })
    .execute();
}

export function recordOfRequest(trx: AuthorityTransaction, requestId: string): Promise<SealedRecord | undefined> {
  return trx
    .selectFrom("decisionRecord")
    .select(["requestId", "sealedAt", "document", "publicDocument", "hash", "publicHash"])
    .where("authorityId", "=", trx.authorityId)
    .where("requestId", "=", requestId)
    .executeTakeFirst();
}
