import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Study } from "../domain/examination.ts";
import { recordStudy as decide } from "../domain/moves.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";

/** A reviewer records the feasibility study of gate 4. */
export function recordStudy(deps: Deps, agent: Agent, input: EntryInput & { readonly study: Study; readonly why: string | null }): Answer {
  return addEntry(deps, agent, "review-requests", input, (request) =>
    decide(request, { kind: "study-recorded", study: input.study }, input.why),
  );
}
