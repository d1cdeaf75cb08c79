import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { dayOf } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { lastChangeOf } from "../db/changes.ts";
import { installationForUpdate } from "../db/installations.ts";
import { replaceStandings, standingsOf } from "../db/standings.ts";
import { setStanding } from "../db/write-installation.ts";
import { stoodAfter } from "../domain/standing.ts";
import { type InstallationState, type Move, type MoveRefusal, moved } from "../domain/state.ts";
import type { Stale } from "./edit-installation.ts";
import type { OnInService } from "./put-in-service.ts";

export type MoveInput = Move & {
  readonly id: InstallationId;
  /** The state that the person saw. */
  readonly from: InstallationState;
};
export type MoveInstallationRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | MoveRefusal | Stale;
export type MoveAnswer = Promise<Result<{ readonly id: InstallationId }, MoveInstallationRefusal>>;

/** Moves an installation from one state to another. Asked again once done, it is done. */
export async function moveInstallation(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, from, to, day }: MoveInput,
  onInService?: OnInService,
): MoveAnswer {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await installationForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    if (current.state === to) return ok({ id });
    if (current.state !== from) return refused({ kind: "stale", current, change: await lastChangeOf(trx, id) });
    const standing = moved(current, { to, day }, dayOf(at));
    if (!standing.ok) return standing;
    await setStanding(trx, id, standing.value);
    await replaceStandings(trx, id, stoodAfter(await standingsOf(trx, id), to, day));
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    await journal(trx, { what: `installation-${to}`, subject: { type: "installation", id }, content: { from, to, day }, by, at });
    const isFirstUse = to === "in-service" && current.inServiceOn === null;
    if (isFirstUse && current.requestId !== null)
      await onInService?.(trx, { requestId: current.requestId, installationId: id, day, by, at });
    return ok({ id });
  });
}
