import { judgeLicence } from "#src/catalogue/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Examination } from "../domain/examination.ts";
import { examineCandidate as decide } from "../domain/moves.ts";
import { type Added, addEntry, type EntryInput, type EntryRefusal } from "./add-entry.ts";

export type ExamineInput = EntryInput & { readonly candidateId: string; readonly examination: Examination; readonly why: string | null };

/**
 * A reviewer writes the evidence about a candidate, once: knock-outs, coverage, cost, time, opinion and its reason.
 * Nobody passes the knock-out of licence on their word: the licence itself must be free.
 */
export async function examineCandidate(
  deps: Deps,
  agent: Agent,
  input: ExamineInput,
): Promise<Result<Added, EntryRefusal | { readonly kind: "licence-not-free" }>> {
  const { candidateId, examination, why } = input;
  if (examination.knockOuts.licence?.passes && judgeLicence(examination.licence ?? "").verdict !== "free")
    return refused({ kind: "licence-not-free" });
  return addEntry(deps, agent, "review-requests", input, (request) =>
    decide(request, { kind: "candidate-examined", candidateId, examination }, why),
  );
}
