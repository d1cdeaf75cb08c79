import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { answerSuggestion, suggestionForUpdate } from "../db/suggestions.ts";
import type { Suggestion } from "../domain/suggestion.ts";

export type WithdrawRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "already-answered"; readonly current: Suggestion };

/** Reviewers take back what they proposed, as long as nobody answered. Said twice, it is said once. */
export function withdrawSuggestion(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<null, WithdrawRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("review-requests")) return refused({ kind: "not-allowed" });
    const suggestion = await suggestionForUpdate(trx, id);
    if (suggestion === undefined) return refused({ kind: "not-found" });
    if (suggestion.state === "withdrawn") return ok(null);
    if (suggestion.state !== "proposed") return refused({ kind: "already-answered", current: suggestion });
    const at = deps.now();
    await answerSuggestion(trx, id, { state: "withdrawn", answeredBy: agent.id, answeredAt: at });
    const by = { id: agent.id, role: roleFor(agent, "review-requests") };
    await journal(trx, { what: "suggestion-withdrawn", subject: { type: "suggestion", id }, content: {}, by, at });
    return ok(null);
  });
}
