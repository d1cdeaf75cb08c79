export const fr = {
  title: "Se connecter",
  lead: "Le bureau du logiciel de votre collectivité.",
  submit: "Se connecter",
  forgotten: "Mot de passe oublié",
  principle:
    "Un service dit ce dont il a besoin. On regarde, dans l’ordre, ce qui est déjà là, le logiciel libre, le logiciel propriétaire, puis ce que l’on peut développer. Chacun peut lire comment la décision fut prise.",
  noAccount: "Pas encore de compte ? Un administrateur de votre collectivité peut vous inviter.",
  noAuthorityTitle: "Beffroi n’est pas encore mis en route",
  noAuthority:
    "Aucune collectivité n’existe encore ici : personne ne peut se connecter. Le lien qui crée la première, et qui ne sert qu’une fois, est écrit dans le terminal où Beffroi a été lancé, ou dans le journal de son service.",
  noAuthorityAgain: "Vous ne le retrouvez pas ? Relancez Beffroi : il en écrit un autre, et l’ancien ne sert plus.",
  wrong: "Adresse ou mot de passe incorrect.",
  outsider: (name: string) =>
    `Vous êtes connecté en tant que ${name}, mais vous n’appartenez plus à aucune collectivité de ce service. Un administrateur peut vous inviter de nouveau.`,
  signedOut: "Vous êtes déconnecté.",
  linkOverTitle: "Ce lien ne fonctionne plus",
  linkOver: "Il a déjà servi, ou il est trop ancien. Demandez-en un nouveau à la personne qui vous l’a donné.",

  forgottenTitle: "Mot de passe oublié",
  forgottenLead: "Donnez votre adresse : vous recevrez un lien pour choisir un nouveau mot de passe.",
  forgottenSubmit: "Recevoir un lien",
  forgottenSentTitle: "Regardez votre messagerie",
  forgottenSent:
    "Si cette adresse a un compte ici, un message vient d’y être envoyé. Son lien est valable une heure. Pensez à regarder dans les courriers indésirables.",
  noMail:
    "Ce service n’envoie pas de courrier. Demandez à un administrateur de votre collectivité : il peut vous remettre un lien pour choisir un nouveau mot de passe.",
  backToSignIn: "Revenir à la connexion",
  resetTitle: "Choisir un nouveau mot de passe",
  resetSubmit: "Enregistrer le mot de passe",
  askAgain: "Demander un nouveau lien",
  resetDone: "Votre mot de passe est changé. Vous pouvez vous connecter.",
  resetOver: "Il a déjà servi, ou il a été fait il y a plus d’une heure. Demandez-en un nouveau.",

  invitationTitle: (authority: string) => `Invitation : ${authority}`,
  invitationLead: (authority: string) => `${authority} vous invite à utiliser Beffroi, le bureau du logiciel des collectivités.`,
  invitationFor: (email: string) => `Invitation pour ${email}`,
  yourRoles: (roles: string) => `Votre rôle : ${roles}`,
  newPerson: "Choisissez un mot de passe pour créer votre compte.",
  knownPerson: "Vous avez déjà un compte sur ce service avec cette adresse. Donnez son mot de passe pour confirmer que c’est bien vous.",
  knownNoPassword: "Un compte sans mot de passe existe déjà avec cette adresse. Connectez-vous d’abord, puis rouvrez ce lien.",
  otherPerson: (name: string) => `Vous êtes connecté en tant que ${name}. En continuant, vous vous connecterez avec le compte invité.`,
  signedInPerson: (name: string) => `Vous êtes connecté en tant que ${name}.`,
  join: "Rejoindre la collectivité",
  joined: (authority: string) => `Bienvenue ! Votre collectivité : ${authority}.`,
  wrongPassword: "Ce mot de passe n’est pas celui de votre compte.",
  invitationUnknownTitle: "Invitation introuvable",
  invitationUnknown:
    "L’adresse est peut-être coupée : ouvrez le lien entier, tel que vous l’avez reçu. S’il ne s’ouvre toujours pas, demandez-en un nouveau à un administrateur de votre collectivité.",
  invitationOverTitle: "Cette invitation ne fonctionne plus",
  invitationOver:
    "Elle a déjà servi, elle a été annulée, ou elle date de plus de quatorze jours. Demandez-en une nouvelle à un administrateur de votre collectivité.",
};
export type SignInTexts = typeof fr;
