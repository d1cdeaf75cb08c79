import type { Agent } from "#src/kernel/agent.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { deleteDraft, draftOf } from "../db/drafts.ts";

/** A requester throws their draft away. */
export function discardDraft(deps: Deps, agent: Agent, id: string): Promise<Result<null, { readonly kind: "not-found" }>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!isUuid(id) || (await draftOf(trx, agent.id, id)) === undefined) return refused({ kind: "not-found" });
    await deleteDraft(trx, agent.id, id);
    return ok(null);
  });
}
