import { departmentsOf } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { type Result, refused } from "#src/kernel/result.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { structureNeed as decide } from "../domain/moves.ts";
import type { Need } from "../domain/need.ts";
import { type Added, addEntry, type EntryInput, type EntryRefusal } from "./add-entry.ts";

export type StructureInput = EntryInput & { readonly need: Need; readonly why: string | null };

/** A reviewer structures the need. The requester's words stay beside it. */
export async function structureNeed(
  deps: Deps,
  agent: Agent,
  input: StructureInput,
): Promise<Result<Added, EntryRefusal | { readonly kind: "unknown-department" }>> {
  const departments = await readAuthority(deps.db, agent.authorityId, departmentsOf);
  if (!departments.some(({ id, closedAt }) => id === input.need.departmentId && closedAt === null))
    return refused({ kind: "unknown-department" });
  return addEntry(deps, agent, "review-requests", input, (request) =>
    decide(request, { kind: "need-structured", need: input.need }, input.why),
  );
}
