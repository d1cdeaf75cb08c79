import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { countersign as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

/** The guarantor sends a conclusion back to the reviewer, and says what is missing: the gate is open again. */
export function sendBack(deps: Deps, agent: Agent, input: EntryInput & { readonly conclusionId: string; readonly reason: string }): Answer {
  return addEntry(deps, agent, "countersign", input, (request, { countersignature }) =>
    decide(
      request,
      agent.id,
      { kind: "returned", concluded: input.conclusionId, reason: input.reason },
      countersignature === "single-person",
    ),
  );
}
