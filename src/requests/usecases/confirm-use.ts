import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { UseOutcome } from "../domain/entries.ts";
import { confirmUse as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

/** « Does it do, in use, what was decided? » Confirmed, partly, or not, with the reason. */
export function confirmUse(
  deps: Deps,
  agent: Agent,
  input: EntryInput & { readonly outcome: UseOutcome; readonly reason: string },
): Answer {
  const { outcome, reason } = input;
  return addEntry(deps, agent, "confirm-use", input, (request) => decide(request, { kind: "use-confirmed", outcome, reason }));
}
