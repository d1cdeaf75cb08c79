import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

/** What identifies a notification: its authority and its person come first, as in its key. */
export type NotificationKey = { readonly authorityId: string; readonly personId: string; readonly id: string };

export type MailableNotification = {
  readonly kind: string;
  readonly reference: string;
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly authorityName: string;
};

/**
 * The notification as its mail tells it. Read as the tables' owner: a language belongs to the account, which authorities do not see.
 * Undefined when it is read or mailed already, when the person has left, and in a demonstration, whose addresses are invented. That a
 * link to one's password was made is mailed even when read: whoever used the link may have been the one who read it.
 */
export async function mailableNotification(
  db: Database,
  { authorityId, personId, id }: NotificationKey,
): Promise<MailableNotification | undefined> {
  const { rows } = await sql<MailableNotification>`
    select n.kind, coalesce(n.detail ->> 'reference', '') as reference, coalesce(n.detail ->> 'title', '') as title,
           m.name, m.email, u.language, a.name as authority_name
      from notification n
      join membership m on m.authority_id = n.authority_id and m.person_id = n.person_id
      join auth."user" u on u.id = n.person_id
      join authority a on a.id = n.authority_id
     where n.authority_id = ${authorityId} and n.person_id = ${personId} and n.id = ${id}
       and (n.read_at is null or n.kind = 'reset-link-made') and n.mailed_at is null and m.left_at is null and not a.is_demonstration`.execute(
    db,
  );
  return rows[0];
}

export async function markMailed(db: Database, { authorityId, personId, id }: NotificationKey, at: Date): Promise<void> {
  await db
    .updateTable("notification")
    .set({ mailedAt: at })
    .where("authorityId", "=", authorityId)
    .where("personId", "=", personId)
    .where("id", "=", id)
    .execute();
}

/** The other authority of this person that a notification comes from, by name. Read as the owner: it is not the one they act for now. */
export async function authorityOfNotification(db: Database, personId: string, id: string): Promise<{ readonly name: string } | undefined> {
  const { rows } = await sql<{ name: string }>`
    select a.name from membership m
      join notification n on n.authority_id = m.authority_id and n.person_id = m.person_id and n.id = ${id}
      join authority a on a.id = m.authority_id
     where m.person_id = ${personId} and m.left_at is null`.execute(db);
  return rows[0];
}
