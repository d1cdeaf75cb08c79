export const fr = {
  resetSubject: "Choisir un nouveau mot de passe",
  reset: (name: string, url: string) => `Bonjour ${name},

Quelqu’un, sans doute vous, a demandé à changer votre mot de passe sur Beffroi.
Pour en choisir un nouveau, ouvrez ce lien dans l’heure :

${url}

Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
`,
  invitationSubject: (authority: string) => `${authority} vous invite sur Beffroi`,
  invitation: (name: string, authority: string, url: string) => `Bonjour ${name},

${authority} vous invite à utiliser Beffroi, le bureau du logiciel des collectivités.
Pour rejoindre vos collègues, ouvrez ce lien dans les quatorze jours :

${url}

Ce lien est personnel : ne le transmettez pas.
`,
};
export type MailTexts = typeof fr;
