import { peopleHolding } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { type Entry, isKind } from "../domain/entries.ts";
import { isDecision, needOf, progressOf, type SoftwareRequest } from "../domain/request.ts";

/** Tells the people whose move it now is, and those who wait for the outcome; never the one who just wrote. */
export async function tell(trx: AuthorityTransaction, deps: Deps, agent: Agent, request: SoftwareRequest, entry: Entry): Promise<void> {
  const told = new Set(await concerned(trx, request, entry));
  told.delete(agent.id);
  await notify(trx, deps, [...told], {
    kind: entry.content.kind,
    subjectId: request.id,
    detail: { reference: request.reference, title: needOf(request).title },
    at: entry.at,
  });
}

async function concerned(trx: AuthorityTransaction, request: SoftwareRequest, entry: Entry): Promise<readonly string[]> {
  const progress = progressOf(request);
  if (isKind(entry, "need-submitted")) return peopleHolding(trx, ["reviewer"]);
  if (isKind(entry, "question-asked") || isKind(entry, "answer-given")) return inConversation(trx, request, entry);
  if (isKind(entry, "waiver-requested")) return peopleHolding(trx, ["guarantor"]);
  if (isKind(entry, "waiver-answered"))
    return request.entries.filter(({ id }) => id === entry.content.requestedBy).map(({ personId }) => personId);
  if (isKind(entry, "returned")) return request.entries.filter(({ id }) => id === entry.content.concluded).map(({ personId }) => personId);
  if (isKind(entry, "gate-concluded"))
    return progress.status === "to-countersign" ? peopleHolding(trx, ["guarantor"]) : [request.submittedBy];
  if (isKind(entry, "countersigned")) {
    const conclusion = request.entries.filter((other) => isKind(other, "gate-concluded")).find(({ id }) => id === entry.content.concluded);
    const author = conclusion === undefined ? [] : [conclusion.personId];
    return conclusion !== undefined && isDecision(conclusion) ? [...author, request.submittedBy] : author;
  }
  if (isKind(entry, "withdrawn")) return [request.submittedBy, ...(await reviewersOf(trx, request))];
  if (isKind(entry, "use-started")) return [request.submittedBy];
  if (isKind(entry, "use-confirmed")) return reviewersOf(trx, request);
  return [];
}

/** A question to the requester, or their word to those who examine. */
async function inConversation(trx: AuthorityTransaction, request: SoftwareRequest, entry: Entry): Promise<readonly string[]> {
  return entry.personId === request.submittedBy ? reviewersOf(trx, request) : [request.submittedBy];
}

/** Those who have examined this request; all reviewers while nobody has. */
async function reviewersOf(trx: AuthorityTransaction, { entries }: SoftwareRequest): Promise<readonly string[]> {
  const active = entries.filter(({ role }) => role === "reviewer").map(({ personId }) => personId);
  return active.length > 0 ? [...new Set(active)] : peopleHolding(trx, ["reviewer"]);
}
