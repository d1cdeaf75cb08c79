export const fr = {
  invitationSubject: (authority: string) => `${authority} vous invite sur Beffroi`,
  invitation: (name: string, authority: string, url: string) => `Bonjour ${name},

${authority} vous invite à utiliser Beffroi, le bureau du logiciel des collectivités.
Pour rejoindre vos collègues, ouvrez ce lien dans les quatorze jours :

${url}

Ce lien est personnel : ne le transmettez pas.
`,
};
export type MailTexts = typeof fr;
