import type { Agent } from "#src/kernel/agent.ts";
import { refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { withdraw as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

/** The requester takes the need back, or a reviewer ends it for them: what was written stays. */
export function withdrawRequest(deps: Deps, agent: Agent, input: EntryInput & { readonly reason: string }): Answer {
  return addEntry(deps, agent, "take-part-in-request", input, (request) => {
    if (request.submittedBy !== agent.id && !agent.may("review-requests")) return refused({ kind: "not-allowed" });
    return decide(request, { kind: "withdrawn", reason: input.reason });
  });
}
