import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Examination } from "../domain/examination.ts";
import { examineCandidate as decide } from "../domain/moves.ts";
import { addEntry, type Answer, type EntryInput } from "./add-entry.ts";

export type ExamineInput = EntryInput & { readonly candidateId: string; readonly examination: Examination; readonly why: string | null };

/** A reviewer writes the evidence about a candidate, once: knock-outs, coverage, cost, time, opinion and its reason. */
export function examineCandidate(deps: Deps, agent: Agent, input: ExamineInput): Answer {
  const { candidateId, examination, why } = input;
  return addEntry(deps, agent, "review-requests", input, (request) => decide(request, { kind: "candidate-examined", candidateId, examination }, why));
}
