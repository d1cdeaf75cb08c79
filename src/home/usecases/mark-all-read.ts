import type { Agent } from "#src/kernel/agent.ts";
import { ok, type Result } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { readAllNotifications } from "../db/notifications.ts";

/** Marks all of one's own notifications read. Says how many were not. */
export function markAllRead({ db, now }: Pick<Deps, "db" | "now">, agent: Agent): Promise<Result<number, never>> {
  return inAuthority(db, agent.authorityId, async (trx) => ok(await readAllNotifications(trx, agent.id, now())));
}
