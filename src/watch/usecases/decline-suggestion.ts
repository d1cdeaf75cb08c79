import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { answerSuggestion, suggestionForUpdate } from "../db/suggestions.ts";
import { SUGGESTIONS_PATH } from "../domain/notifications.ts";
import { type AnswerRefusal, answerRefusal } from "../domain/suggestion.ts";

export type DeclineInput = { readonly id: string; readonly reason: string };
export type DeclineRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | AnswerRefusal;

/** Somebody of the department says no to what was proposed, and why. */
export function declineSuggestion(deps: Deps, agent: Agent, { id, reason }: DeclineInput): Promise<Result<null, DeclineRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("submit-request")) return refused({ kind: "not-allowed" });
    const suggestion = await suggestionForUpdate(trx, id);
    if (suggestion === undefined) return refused({ kind: "not-found" });
    if (suggestion.state === "declined" && suggestion.answeredBy === agent.id && suggestion.answer === reason) return ok(null);
    const refusal = answerRefusal(suggestion, agent.departmentId);
    if (refusal !== undefined) return refused(refusal);
    const at = deps.now();
    await answerSuggestion(trx, id, { state: "declined", answeredBy: agent.id, answeredAt: at, answer: reason });
    const by = { id: agent.id, role: roleFor(agent, "submit-request") };
    await journal(trx, { what: "suggestion-declined", subject: { type: "suggestion", id }, content: { reason }, by, at });
    const told = suggestion.proposedBy === agent.id ? [] : [suggestion.proposedBy];
    const detail = { title: `${suggestion.name} (${suggestion.departmentName})`, path: SUGGESTIONS_PATH };
    await notify(trx, deps, told, { kind: "suggestion-declined", subjectId: id, detail, at });
    return ok(null);
  });
}
