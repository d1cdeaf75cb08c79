import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type Notification = {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly subjectId: string;
  readonly reference: string;
  readonly title: string;
  readonly readAt: Date | null;
};
export type NotificationPage = {
  readonly notifications: readonly Notification[];
  readonly total: number;
  readonly unread: number;
  readonly page: number;
  readonly pages: number;
};

/** One page of a person's notifications, the newest first; the last one when there are fewer pages than asked. */
export async function notificationsOf(trx: AuthorityTransaction, personId: string, page: number, size: number): Promise<NotificationPage> {
  const { rows } = await sql<Notification & { total: number; unread: number; page: number }>`
    with counted as (
      select count(*) as total, count(*) filter (where read_at is null) as unread, least(${page}::bigint, greatest(ceil(count(*) / ${size}::numeric), 1))::bigint as page
        from notification where authority_id = ${trx.authorityId} and person_id = ${personId})
    select shown.*, counted.total, counted.unread, counted.page
      from counted left join (
        select id, at, kind, subject_id, coalesce(detail ->> 'reference', '') as reference, coalesce(detail ->> 'title', '') as title, read_at
          from notification where authority_id = ${trx.authorityId} and person_id = ${personId}
         order by at desc, id limit ${size} offset (select (page - 1) * ${size}::bigint from counted)) shown on true
     order by shown.at desc, shown.id`.execute(trx);
  const { total = 0, unread = 0, page: shownPage = 1 } = rows[0] ?? {};
  return {
    notifications: rows.filter(({ id }) => id !== null),
    total,
    unread,
    page: shownPage,
    pages: Math.max(1, Math.ceil(total / size)),
  };
}

/** What the notification is about, and marks it read; undefined when it is nobody's or somebody else's. The first reading stands. */
export async function readNotification(
  trx: AuthorityTransaction,
  personId: string,
  id: string,
  at: Date,
): Promise<{ subjectId: string; path: string | null } | undefined> {
  return trx
    .updateTable("notification")
    .set({ readAt: sql<Date>`coalesce(read_at, ${at})` })
    .where("authorityId", "=", trx.authorityId)
    .where("personId", "=", personId)
    .where("id", "=", id)
    .returning(["subjectId", sql<string | null>`detail ->> 'path'`.as("path")])
    .executeTakeFirst();
}

/** How many were not read yet. */
export async function readAllNotifications(trx: AuthorityTransaction, personId: string, at: Date): Promise<number> {
  const result = await trx
    .updateTable("notification")
    .set({ readAt: at })
    .where("authorityId", "=", trx.authorityId)
    .where("personId", "=", personId)
    .where("readAt", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
