import { isLanguage, type Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { mailTexts } from "./mail-texts.ts";

type Mailing = Pick<Deps, "mailer" | "config">;

/** What better-auth calls when somebody forgot their password. Without a mail server nothing is sent, and the page said so. */
export async function mailPasswordReset(
  { mailer, config }: Mailing,
  to: { readonly email: string; readonly name: string; readonly language: string },
  token: string,
): Promise<void> {
  const t = mailTexts(isLanguage(to.language) ? to.language : "fr");
  await mailer?.send({ to: to.email, subject: t.resetSubject, text: t.reset(to.name, `${config.publicUrl}/reinitialisation/${token}`) });
}

/** True when the message left; false when there is no mail server: the link is then handed over by people. */
export async function mailInvitation(
  { mailer }: Mailing,
  invitation: {
    readonly email: string;
    readonly name: string;
    readonly authorityName: string;
    readonly url: string;
    readonly language: Language;
  },
): Promise<boolean> {
  if (mailer === undefined) return false;
  const t = mailTexts(invitation.language);
  const { email, name, authorityName, url } = invitation;
  await mailer.send({ to: email, subject: t.invitationSubject(authorityName), text: t.invitation(name, authorityName, url) });
  return true;
}
