import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { rewordConclusion as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

export type RewordInput = EntryInput & { readonly conclusionId: string; readonly statement: string; readonly why: string };

/** A reviewer corrects the statement of a gate: a new entry replaces the old one and says why; the verdict stands. */
export function rewordConclusion(deps: Deps, agent: Agent, input: RewordInput): Answer {
  return addEntry(deps, agent, "review-requests", input, (request) => decide(request, input.conclusionId, input.statement, input.why));
}
