import { departmentsOf } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { structureNeed as decide } from "../domain/moves.ts";
import type { Need } from "../domain/need.ts";
import { type Added, addEntry, type EntryInput, type EntryRefusal } from "./add-entry.ts";

export type StructureInput = EntryInput & { readonly need: Need; readonly why: string | null };

type UnknownDepartment = { readonly kind: "unknown-department" };

/** A reviewer structures the need. The requester's words stay beside it. */
export function structureNeed(deps: Deps, agent: Agent, input: StructureInput): Promise<Result<Added, EntryRefusal | UnknownDepartment>> {
  return addEntry<UnknownDepartment>(deps, agent, "review-requests", input, async (request, _, trx) => {
    const departments = await departmentsOf(trx);
    if (!departments.some(({ id }) => id === input.need.departmentId)) return refused({ kind: "unknown-department" });
    return decide(request, { kind: "need-structured", need: input.need }, input.why);
  });
}
