import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { type SettingsChange, settingsOf, updateSettings } from "../db/authorities.ts";
import { type LastChange, lastChangeOf } from "../db/journal-page.ts";
import type { AuthoritySettings } from "../domain/authority.ts";

export type ChangeSettingsInput = SettingsChange & { readonly version: number };
export type ChangeSettingsRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "stale"; readonly current: AuthoritySettings; readonly last: LastChange | undefined };

/** An administrator changes what the authority decided of its procedure. What is open goes on under the new settings. */
export function changeSettings(
  { db, now }: Deps,
  agent: Agent,
  { version, ...change }: ChangeSettingsInput,
): Promise<Result<void, ChangeSettingsRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-settings")) return refused({ kind: "not-allowed" });
    const current = await settingsOf(trx);
    if (isSame(current, change)) return ok(undefined);
    if (!(await updateSettings(trx, version, change)))
      return refused({ kind: "stale", current, last: await lastChangeOf(trx, agent.authorityId) });
    const by = { id: agent.id, role: roleFor(agent, "manage-settings") };
    await journal(trx, { what: "settings-changed", subject: { type: "authority", id: agent.authorityId }, content: change, by, at: now() });
    return ok(undefined);
  });
}

function isSame(current: AuthoritySettings, change: SettingsChange): boolean {
  return (
    current.name === change.name &&
    current.countersignature === change.countersignature &&
    current.targetDays.join() === change.targetDays.join() &&
    current.confirmAfterMonths === change.confirmAfterMonths &&
    current.publishesDecisions === change.publishesDecisions
  );
}
