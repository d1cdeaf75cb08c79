import type { Agent } from "#src/kernel/agent.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { authorityOfNotification } from "../db/notification-mail.ts";
import { readNotification } from "../db/notifications.ts";

export type OpenNotificationRefusal =
  | { readonly kind: "not-found" }
  /** It is this person's, from another of their authorities. */
  | { readonly kind: "elsewhere"; readonly authorityName: string };

/** Marks a notification read and says what it is about. */
export async function openNotification(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  id: string,
): Promise<Result<{ readonly subjectId: string; readonly path: string | null }, OpenNotificationRefusal>> {
  if (!isUuid(id)) return refused({ kind: "not-found" });
  const opened = await inAuthority(db, agent.authorityId, async (trx) => {
    const notification = await readNotification(trx, agent.id, id, now());
    return notification === undefined ? refused({ kind: "not-found" }) : ok(notification);
  });
  if (opened.ok) return opened;
  const elsewhere = await authorityOfNotification(db, agent.id, id);
  return elsewhere === undefined ? opened : refused({ kind: "elsewhere", authorityName: elsewhere.name });
}
