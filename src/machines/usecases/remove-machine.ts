import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { machineById } from "../db/machine-pages.ts";
import { markMachineRemoved } from "../db/write-machine.ts";

export type RemoveMachineRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** Takes a machine out of every list and figure: it was put away. Should its agent report again, it is back. */
export async function removeMachine(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<{ readonly name: string }, RemoveMachineRefusal>> {
  if (!agent.may("manage-settings")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const machine = await machineById(trx, id);
    if (machine === undefined) return refused({ kind: "not-found" });
    if (machine.removedAt !== null) return ok({ name: machine.name });
    await markMachineRemoved(trx, id, at);
    const by = { id: agent.id, role: roleFor(agent, "manage-settings") };
    await journal(trx, { what: "machine-removed", subject: { type: "machine", id }, content: { name: machine.name }, by, at });
    return ok({ name: machine.name });
  });
}
