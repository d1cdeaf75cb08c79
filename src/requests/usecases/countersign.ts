import type { Agent } from "#src/kernel/agent.ts";
import type { Deps } from "#src/platform/deps.ts";
import { countersign as decide } from "../domain/moves.ts";
import { isClosed, progressOf } from "../domain/request.ts";
import { type Answer, addEntry, type EntryInput } from "./add-entry.ts";
import { seal } from "./seal.ts";

export type CountersignInput = EntryInput & { readonly conclusionId: string; readonly statement: string | null };

/** The guarantor countersigns a conclusion: the procedure was followed. When it takes the decision, the record is sealed at once. */
export function countersign(deps: Deps, agent: Agent, input: CountersignInput): Answer {
  return addEntry(
    deps,
    agent,
    "countersign",
    input,
    (request, { countersignature }) =>
      decide(
        request,
        agent.id,
        { kind: "countersigned", concluded: input.conclusionId, statement: input.statement },
        countersignature === "single-person",
      ),
    async (trx, added, settings) => (isClosed(progressOf(added.request)) ? seal(trx, deps, agent, added, settings) : added),
  );
}
