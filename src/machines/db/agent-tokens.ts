import { sql } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { type AgentToken, MOST_TOKENS } from "../domain/agent-token.ts";

/** The newest first, the revoked ones last. */
export function agentTokensOf(reader: AuthorityReader | AuthorityTransaction): Promise<readonly AgentToken[]> {
  return reader
    .selectFrom("agentToken")
    .select(["id", "label", "madeBy", "madeAt", "lastUsedAt", "revokedAt"])
    .where("authorityId", "=", reader.authorityId)
    .orderBy(sql`revoked_at is not null`)
    .orderBy("madeAt", "desc")
    .orderBy("id")
    .limit(MOST_TOKENS)
    .execute();
}

export async function countAgentTokens(trx: AuthorityTransaction): Promise<number> {
  const row = await trx
    .selectFrom("agentToken")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("authorityId", "=", trx.authorityId)
    .executeTakeFirstOrThrow();
  return row.count;
}

export type NewAgentToken = {
  readonly id: string;
  readonly label: string;
  readonly tokenHash: Buffer;
  readonly madeBy: string | null;
  readonly madeAt: Date;
};

/** False when this identifier was used already: a form sent twice. */
export async function insertAgentToken(trx: AuthorityTransaction, token: NewAgentToken): Promise<boolean> {
  const done = await trx
    .insertInto("agentToken")
    .values({ authorityId: trx.authorityId, ...token })
    .onConflict((conflict) => conflict.columns(["authorityId", "id"]).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** False when there is none, or when it was revoked before. */
export async function markTokenRevoked(
  trx: AuthorityTransaction,
  { id, at, by }: { readonly id: string; readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable("agentToken")
    .set({ revokedAt: at, revokedBy: by })
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type TokenHolder = { readonly authorityId: AuthorityId; readonly id: string; readonly lastUsedAt: Date | null };

/** Whose token it is, as the tables' owner: the authority is not known yet. Undefined: unknown or revoked, which are one to whoever asks. */
export async function holderOfToken(db: Database, tokenHash: Buffer): Promise<TokenHolder | undefined> {
  const row = await db
    .selectFrom("agentToken")
    .select(["authorityId", "id", "lastUsedAt"])
    .where("tokenHash", "=", tokenHash)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, authorityId: row.authorityId as AuthorityId };
}

export async function noteTokenUse(db: Database, { authorityId, id }: TokenHolder, at: Date): Promise<void> {
  await db.updateTable("agentToken").set({ lastUsedAt: at }).where("authorityId", "=", authorityId).where("id", "=", id).execute();
}
