import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { installationForUpdate } from "../db/installations.ts";
import { deleteInterface, interfaceById } from "../db/interfaces.ts";

export type RemoveInterfaceInput = { readonly id: string; readonly installationId: InstallationId };
export type RemoveInterfaceRefusal = { readonly kind: "not-allowed" | "not-found" | "retired" };

/** Somebody says that an installation does not need another, or no longer. Asked again once done, it is done. */
export async function removeInterface(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, installationId }: RemoveInterfaceInput,
): Promise<Result<{ readonly id: string }, RemoveInterfaceRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const installation = await installationForUpdate(trx, installationId);
    if (installation === undefined) return refused({ kind: "not-found" });
    if (installation.state === "retired") return refused({ kind: "retired" });
    const found = await interfaceById(trx, id);
    if (found === undefined || (found.installationId !== installationId && found.neededId !== installationId)) return ok({ id });
    await deleteInterface(trx, id);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const { neededId, kind, description } = found;
    const content = { interfaceId: id, neededId, kind, description };
    await journal(trx, { what: "interface-removed", subject: { type: "installation", id: found.installationId }, content, by, at });
    return ok({ id });
  });
}
