import type { MailTexts } from "./mail-texts.fr.ts";

export const en: MailTexts = {
  invitationSubject: (authority: string) => `${authority} invites you to Beffroi`,
  invitation: (name: string, authority: string, url: string) => `Hello ${name},

${authority} invites you to use Beffroi, the software office of local authorities.
To join your colleagues, open this link within fourteen days:

${url}

This link is personal: do not pass it on.
`,
};
