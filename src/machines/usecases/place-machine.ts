import { departmentsOf } from "#src/authorities/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { machineById } from "../db/machine-pages.ts";
import { setMachineDepartment } from "../db/write-machine.ts";

export type PlaceMachineInput = { readonly id: string; readonly departmentId: string | null };
export type PlaceMachineRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-department" };

/** Says in which department a machine is; null: nobody says any more. */
export async function placeMachine(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, departmentId }: PlaceMachineInput,
): Promise<Result<null, PlaceMachineRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const machine = await machineById(trx, id);
    if (machine === undefined) return refused({ kind: "not-found" });
    const known = departmentId === null || (await departmentsOf(trx)).some((department) => department.id === departmentId);
    if (!known) return refused({ kind: "unknown-department" });
    if (machine.departmentId === departmentId) return ok(null);
    await setMachineDepartment(trx, id, departmentId);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { department: departmentId, before: machine.departmentId };
    await journal(trx, { what: "machine-placed", subject: { type: "machine", id }, content, by, at });
    return ok(null);
  });
}
