import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { WaiverObject } from "../domain/gates.ts";
import { requestWaiver as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

export type WaiverInput = EntryInput & { readonly candidateId: string; readonly object: WaiverObject; readonly reason: string };

/** A reviewer asks the guarantor to waive a knock-out, the budget or the date, for one candidate. */
export function requestWaiver(deps: Deps, agent: Agent, input: WaiverInput): Answer {
  const { candidateId, object, reason } = input;
  return addEntry(deps, agent, "review-requests", input, (request) =>
    decide(request, { kind: "waiver-requested", candidateId, object, reason }),
  );
}
