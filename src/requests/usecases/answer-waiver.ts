import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { answerWaiver as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

export type WaiverAnswerInput = EntryInput & { readonly requestedBy: string; readonly granted: boolean; readonly reason: string };

/** The guarantor grants or refuses a waiver, in writing. `requestedBy` is the entry that asked for it. */
export function answerWaiver(deps: Deps, agent: Agent, input: WaiverAnswerInput): Answer {
  const { requestedBy, granted, reason } = input;
  return addEntry(deps, agent, "countersign", input, (request, { countersignature }) =>
    decide(request, agent.id, { kind: "waiver-answered", requestedBy, granted, reason }, countersignature === "single-person"),
  );
}
