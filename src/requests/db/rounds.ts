import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** The round that follows a request, when one was opened. */
export async function nextRoundOf(trx: AuthorityTransaction, requestId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("request")
    .select("id")
    .where("authorityId", "=", trx.authorityId)
    .where("previousId", "=", requestId)
    .executeTakeFirst();
  return row?.id;
}
