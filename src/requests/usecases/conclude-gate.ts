import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Verdict } from "../domain/entries.ts";
import type { Gate } from "../domain/gates.ts";
import { concludeGate as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

export type ConcludeInput = EntryInput & { readonly gate: Gate; readonly verdict: Verdict; readonly statement: string };

/** A reviewer concludes the current gate of a request: a solution is retained, or the gate is ruled out. */
export function concludeGate(deps: Deps, agent: Agent, input: ConcludeInput): Answer {
  const { gate, verdict, statement } = input;
  return addEntry(deps, agent, "review-requests", input, (request) =>
    decide(request, { kind: "gate-concluded", gate, verdict, statement }),
  );
}
