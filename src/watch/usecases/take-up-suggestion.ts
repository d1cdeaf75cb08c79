import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { Json } from "#src/kernel/canonical-json.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { saveDraft } from "#src/requests/public.ts";
import { answerSuggestion, suggestionById, suggestionForUpdate } from "../db/suggestions.ts";
import { SUGGESTIONS_PATH } from "../domain/notifications.ts";
import { type AnswerRefusal, answerRefusal, mayBeginAgain, type Suggestion } from "../domain/suggestion.ts";

export type TakeUpInput = {
  readonly id: string;
  /** Comes with the form: sent twice, it makes one draft. */
  readonly draftId: string;
  /** The fields of the need form as they are prefilled, in the reader's language. */
  readonly fieldsOf: (suggestion: Suggestion) => { readonly [field: string]: Json };
};
export type TakeUpRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | AnswerRefusal;

/**
 * Somebody of the department makes a request of what was proposed: a draft that they complete. The draft is written first, since it is
 * another slice's transaction: were this one to stop there, the same person would find a draft, and the suggestion still to answer.
 */
export async function takeUpSuggestion(
  deps: Deps,
  agent: Agent,
  { id, draftId, fieldsOf }: TakeUpInput,
): Promise<Result<{ readonly draftId: string }, TakeUpRefusal>> {
  if (!agent.may("submit-request")) return refused({ kind: "not-allowed" });
  const asked = await readAuthority(deps.db, agent.authorityId, (reader) => suggestionById(reader, id));
  if (asked === undefined) return refused({ kind: "not-found" });
  const again = mayBeginAgain(asked, agent.id);
  if (asked.state === "taken-up" && asked.answeredBy === agent.id && asked.draftId !== null && !again)
    return ok({ draftId: asked.draftId });
  const refusal = answerRefusal(asked, agent.departmentId);
  if (refusal !== undefined && !again) return refused(refusal);
  const kept = again && asked.draftId !== null ? asked.draftId : draftId;
  const saved = await saveDraft(deps, agent, { id: kept, typed: fieldsOf(asked) });
  if (!saved.ok) return saved;
  return again ? ok({ draftId: kept }) : settle(deps, agent, id, kept);
}

function settle(deps: Deps, agent: Agent, id: string, draftId: string): Promise<Result<{ readonly draftId: string }, TakeUpRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const suggestion = await suggestionForUpdate(trx, id);
    if (suggestion === undefined) return refused({ kind: "not-found" });
    if (suggestion.draftId === draftId) return ok({ draftId });
    const refusal = answerRefusal(suggestion, agent.departmentId);
    if (refusal !== undefined) return refused(refusal);
    const at = deps.now();
    await answerSuggestion(trx, id, { state: "taken-up", answeredBy: agent.id, answeredAt: at, draftId });
    const by = { id: agent.id, role: roleFor(agent, "submit-request") };
    await journal(trx, { what: "suggestion-taken-up", subject: { type: "suggestion", id }, content: { draftId }, by, at });
    const told = suggestion.proposedBy === agent.id ? [] : [suggestion.proposedBy];
    const detail = { title: `${suggestion.name} (${suggestion.departmentName})`, path: SUGGESTIONS_PATH };
    await notify(trx, deps, told, { kind: "suggestion-taken-up", subjectId: id, detail, at });
    return ok({ draftId });
  });
}
