import type { Json } from "#src/kernel/canonical-json.ts";
import { newId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { NOTIFICATION_MAIL } from "#src/platform/jobs/queues.ts";

export type Notification = {
  readonly kind: string;
  readonly subjectId: string;
  readonly detail: { readonly [key: string]: Json };
  readonly at: Date;
};

/** Tells people in the page, and by e-mail where a mail server is configured; with the transaction, or not at all. */
export async function notify(
  trx: AuthorityTransaction,
  deps: Deps,
  personIds: readonly string[],
  notification: Notification,
): Promise<void> {
  if (personIds.length === 0) return;
  const rows = personIds.map((personId) => ({
    authorityId: trx.authorityId,
    personId,
    id: newId<string>(),
    at: notification.at,
    kind: notification.kind,
    subjectId: notification.subjectId,
    detail: JSON.stringify(notification.detail),
  }));
  await trx.insertInto("notification").values(rows).execute();
  if (deps.mailer === undefined) return;
  for (const { personId, id } of rows) await deps.jobs.enqueue(trx, NOTIFICATION_MAIL, { authorityId: trx.authorityId, personId, id });
}
