import type { Agent } from "#src/kernel/agent.ts";
import type { Json } from "#src/kernel/canonical-json.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { saveDraftRow } from "../db/drafts.ts";

export type DraftInput = { readonly id: string; readonly typed: { readonly [field: string]: Json } };

/** Keeps what a requester has begun to write, as typed, so that a long form can be left and resumed. Nobody else sees it. */
export function saveDraft(
  deps: Deps,
  agent: Agent,
  { id, typed }: DraftInput,
): Promise<Result<null, { readonly kind: "not-allowed" | "not-found" }>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("submit-request")) return refused({ kind: "not-allowed" });
    const saved = await saveDraftRow(trx, { id, personId: agent.id, content: typed, at: deps.now() });
    return saved ? ok(null) : refused({ kind: "not-found" });
  });
}
