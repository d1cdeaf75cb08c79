import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { installationById, installationForUpdate } from "../db/installations.ts";
import { insertInterface, interfaceById } from "../db/interfaces.ts";
import type { InterfaceKind } from "../domain/interface.ts";

export type AddInterfaceInput = {
  /** Made when the form was shown: the same form twice is one interface. */
  readonly id: string;
  readonly installationId: InstallationId;
  readonly neededId: InstallationId;
  readonly kind: InterfaceKind;
  readonly description: string;
};
export type AddInterfaceRefusal = {
  readonly kind: "not-allowed" | "not-found" | "retired" | "itself" | "unknown-needed" | "already-tied";
};

/** Somebody says that an installation needs another. Two may need each other: loops exist, and the map shows them. */
export async function addInterface(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, installationId, neededId, kind, description }: AddInterfaceInput,
): Promise<Result<{ readonly id: string; readonly neededName: string }, AddInterfaceRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const installation = await installationForUpdate(trx, installationId);
    if (installation === undefined) return refused({ kind: "not-found" });
    if (installation.state === "retired") return refused({ kind: "retired" });
    if (neededId === installationId) return refused({ kind: "itself" });
    const needed = await installationById(trx, neededId);
    if (needed === undefined || needed.state === "retired") return refused({ kind: "unknown-needed" });
    const done = { id, neededName: needed.name };
    if ((await interfaceById(trx, id))?.installationId === installationId) return ok(done);
    if (!(await insertInterface(trx, { id, installationId, neededId, kind, description }))) return refused({ kind: "already-tied" });
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { interfaceId: id, neededId, kind, description };
    await journal(trx, { what: "interface-added", subject: { type: "installation", id: installationId }, content, by, at });
    return ok(done);
  });
}
