import { isLanguage } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { NOTIFICATION_MAIL } from "#src/platform/jobs/queues.ts";
import { type MailableNotification, mailableNotification, markMailed, type NotificationKey } from "../db/notification-mail.ts";
import { notificationSentence, notificationTexts } from "../notification-texts.ts";

type Needs = Pick<Deps, "db" | "now" | "jobs" | "mailer" | "config">;

/** Sends each notification by e-mail too, once, unless it was read first. Where the mail server does not answer, the queue tries again later. */
export async function mailNotifications(deps: Needs): Promise<void> {
  if (deps.mailer === undefined) return;
  await deps.jobs.work<NotificationKey>(NOTIFICATION_MAIL, (key) => mailNotification(deps, key));
}

export async function mailNotification({ db, now, mailer, config }: Needs, key: NotificationKey): Promise<void> {
  const notification = await mailableNotification(db, key);
  if (mailer === undefined || notification === undefined) return;
  await mailer.send({ to: notification.email, ...worded(notification, `${config.publicUrl}/notifications/${key.id}`) });
  await markMailed(db, key, now());
}

function worded({ kind, language, authorityName, ...said }: MailableNotification, url: string): { subject: string; text: string } {
  const reader = isLanguage(language) ? language : "fr";
  const rest = { ...said, title: said.title.replace(/\s+/g, " ") };
  const t = notificationTexts(reader);
  const sentence = notificationSentence(kind, reader);
  return {
    subject: t.mailSubject(sentence, rest.reference, rest.title),
    text: t.mail(sentence, { ...rest, authority: authorityName, url }),
  };
}
