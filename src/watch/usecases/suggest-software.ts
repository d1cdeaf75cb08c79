import { departmentsOf, peopleHolding } from "#src/authorities/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { allows, ROLES } from "#src/kernel/rights.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { canonicalSoftware } from "../db/canonical-software.ts";
import { insertSuggestion, isProposed, lockSuggestions, suggestionById } from "../db/suggestions.ts";
import { SUGGESTIONS_PATH } from "../domain/notifications.ts";

/** `id` comes with the form: sent twice, it is proposed once. */
export type SuggestInput = { readonly id: string; readonly slug: string; readonly departmentId: string; readonly reason: string };
export type SuggestRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-department" }
  /** This department has not answered about this software yet. */
  | { readonly kind: "already-proposed" };

/** Who may take a suggestion up as a request. */
export const ANSWERING_ROLES = ROLES.filter((role) => allows([role], "submit-request"));

/** A reviewer proposes a software to a department, and says why. Answers how many people were told. */
export function suggestSoftware(
  deps: Deps,
  agent: Agent,
  { id, slug, departmentId, reason }: SuggestInput,
): Promise<Result<{ readonly told: number }, SuggestRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("review-requests")) return refused({ kind: "not-allowed" });
    const software = await canonicalSoftware(trx, slug);
    if (software === undefined) return refused({ kind: "not-found" });
    const department = (await departmentsOf(trx)).find((each) => each.id === departmentId);
    if (department === undefined) return refused({ kind: "unknown-department" });
    await lockSuggestions(trx, department.id, software.slug);
    const people = await peopleHolding(trx, ANSWERING_ROLES, department.id);
    const others = people.filter((person) => person !== agent.id);
    const sent = await suggestionById(trx, id);
    if (sent?.slug === software.slug && sent.proposedBy === agent.id) return ok({ told: others.length });
    if (sent !== undefined || (await isProposed(trx, department.id, software.slug))) return refused({ kind: "already-proposed" });
    const at = deps.now();
    await insertSuggestion(trx, { id, slug: software.slug, departmentId: department.id, reason, proposedBy: agent.id, proposedAt: at });
    const by = { id: agent.id, role: roleFor(agent, "review-requests") };
    const content = { slug: software.slug, departmentId: department.id as DepartmentId, reason };
    await journal(trx, { what: "software-proposed", subject: { type: "suggestion", id }, content, by, at });
    const detail = { title: software.name, path: SUGGESTIONS_PATH };
    await notify(trx, deps, others, { kind: "suggestion-made", subjectId: id, detail, at });
    return ok({ told: others.length });
  });
}
