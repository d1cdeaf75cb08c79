import type { Json } from "#src/kernel/canonical-json.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type Draft = { readonly id: string; readonly content: { readonly [field: string]: Json }; readonly updatedAt: Date };

/** False when the identifier is somebody else's. */
export async function saveDraftRow(
  trx: AuthorityTransaction,
  draft: { id: string; personId: string; content: Json; at: Date },
): Promise<boolean> {
  const content = JSON.stringify(draft.content);
  const result = await trx
    .insertInto("requestDraft")
    .values({ authorityId: trx.authorityId, id: draft.id, personId: draft.personId, content, updatedAt: draft.at })
    .onConflict((conflict) =>
      conflict
        .columns(["authorityId", "id"])
        .doUpdateSet({ content, updatedAt: draft.at })
        .where("requestDraft.personId", "=", draft.personId),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function draftOf(trx: AuthorityTransaction, personId: string, id: string): Promise<Draft | undefined> {
  const row = await trx
    .selectFrom("requestDraft")
    .select(["id", "content", "updatedAt"])
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row as Draft | undefined;
}

/** The last ten, the newest first. */
export async function draftsOf(trx: AuthorityTransaction, personId: string): Promise<readonly Draft[]> {
  const rows = await trx
    .selectFrom("requestDraft")
    .select(["id", "content", "updatedAt"])
    .where("authorityId", "=", trx.authorityId)
    .where("personId", "=", personId)
    .orderBy("updatedAt", "desc")
    .limit(10)
    .execute();
  return rows as Draft[];
}

export async function deleteDraft(trx: AuthorityTransaction, personId: string, id: string): Promise<void> {
  await trx
    .deleteFrom("requestDraft")
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .where("personId", "=", personId)
    .execute();
}
