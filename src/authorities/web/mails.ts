import type { Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import { mailTexts } from "./mail-texts.ts";

/** True when the message left; false when there is no mail server: the link is then handed over by people. */
export async function mailInvitation(
  { mailer }: Pick<Deps, "mailer">,
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
