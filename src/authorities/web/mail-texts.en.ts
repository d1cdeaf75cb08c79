import type { MailTexts } from "./mail-texts.fr.ts";

export const en: MailTexts = {
  resetSubject: "Choose a new password",
  reset: (name: string, url: string) => `Hello ${name},

Somebody, probably you, asked to change your password on Beffroi.
To choose a new one, open this link within the hour:

${url}

If it was not you, do nothing: your password stays the same.
`,
  invitationSubject: (authority: string) => `${authority} invites you to Beffroi`,
  invitation: (name: string, authority: string, url: string) => `Hello ${name},

${authority} invites you to use Beffroi, the software office of local authorities.
To join your colleagues, open this link within fourteen days:

${url}

This link is personal: do not pass it on.
`,
};
