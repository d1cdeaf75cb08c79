/** Words that every page of the slice shares. */
export const fr = {
  roles: {
    requester: "Demandeur",
    reviewer: "Instructeur",
    guarantor: "Garant de la procédure",
    administrator: "Administrateur",
    "elected-official": "Élu",
    "data-protection-officer": "Délégué à la protection des données",
  },
  roleHints: {
    requester: "Exprime les besoins de son service et suit ses demandes.",
    reviewer: "Examine les solutions à chaque étape et écrit les constats.",
    guarantor: "Contresigne : la procédure a été suivie.",
    administrator: "Gère les personnes, les services et les réglages.",
    "elected-official": "Lit les décisions et les chiffres.",
    "data-protection-officer": "Lit où sont les données personnelles, et le journal.",
  },
  kinds: {
    commune: "Commune",
    epci: "Intercommunalité",
    departement: "Département",
    region: "Région",
    syndicat: "Syndicat",
    ccas: "CCAS ou CIAS",
    other: "Autre organisme public",
  },
  name: "Prénom et nom",
  email: "Adresse électronique",
  password: "Mot de passe",
  newPassword: "Nouveau mot de passe",
  passwordHint: "12 caractères au moins. Une phrase courte convient très bien.",
  passwordGuessable: "Ce mot de passe est de ceux que l’on essaie en premier. Prenez plutôt quelques mots sans rapport entre eux.",
  passwordTooShort: "Ce mot de passe est trop court : il faut 12 caractères au moins.",
  tooManyTitle: "Trop d’essais",
  tooMany: (seconds: number) =>
    seconds > 90
      ? `Par sécurité, attendez ${Math.ceil(seconds / 60)} minutes avant de recommencer.`
      : `Par sécurité, attendez ${seconds} secondes avant de recommencer.`,
};
export type AuthorityTexts = typeof fr;
