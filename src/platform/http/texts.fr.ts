const number = new Intl.NumberFormat("fr");

export const fr = {
  issues: {
    required: "Ce champ est nécessaire.",
    "control-characters":
      "Ce texte contient des caractères invisibles que Beffroi ne sait pas enregistrer. Retapez-le, ou collez-le sans mise en forme.",
    "one-line": "Écrivez sur une seule ligne.",
    date: "Donnez une date qui existe, par exemple 2027-03-01.",
    amount: "Donnez un montant en euros, par exemple 8 400 ou 8 400,50.",
    "unknown-choice": "Ce choix n’existe pas, ou n’existe plus. Choisissez dans la liste.",
    email: "Donnez une adresse électronique complète, par exemple prenom.nom@ville.fr.",
    "web-address": "Donnez une adresse web complète, qui commence par https:// ou http://.",
  } as Readonly<Record<string, string>>,
  tooLong: (max: number) => `Ce texte est trop long\u00a0: ${number.format(max)} caractères au plus.`,
  wholeNumber: (min: number, max: number) => `Donnez un nombre entier, de ${number.format(min)} à ${number.format(max)}.`,
  otherIssue: "Cette valeur ne convient pas.",
  notFoundTitle: "Page introuvable",
  notFound: "Cette page n’existe pas, ou ne concerne pas votre collectivité.",
  forbiddenTitle: "Accès réservé",
  forbidden:
    "Votre rôle ne permet pas d’ouvrir cette page ni de faire cette action. Un administrateur de votre collectivité peut vous donner ce rôle.",
  faultTitle: "Beffroi a rencontré un problème",
  fault: (id: string) =>
    `Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant\u202f; si le problème dure, donnez ce numéro à votre administrateur\u00a0: ${id}.`,
  foreignFormTitle: "Formulaire refusé",
  foreignForm: "Ce formulaire ne vient pas de Beffroi, ou votre navigateur cache d’où il vient. Rouvrez la page et recommencez.",
  tooLargeTitle: "Envoi trop lourd",
  tooLarge:
    "Cet envoi dépasse 12 Mo. Revenez en arrière avec votre navigateur\u00a0: votre texte y est encore. Allégez les fichiers, puis recommencez.",
  tooMuchText:
    "Ce texte a trop de signes tels que < > & ou des guillemets droits\u00a0: un demi-million au plus. Revenez en arrière avec votre navigateur\u00a0: il y est encore. Raccourcissez-le, ou joignez un fichier.",
  tooLargeSignedOut:
    "Vous n’êtes pas connecté, et cet envoi dépasse 500 ko. Connectez-vous dans un autre onglet, revenez ici en arrière avec votre navigateur\u00a0: votre texte y est encore. Puis recommencez.",
  badRequestTitle: "Demande illisible",
  badRequest: "Beffroi n’a pas compris ce que votre navigateur a envoyé. Rouvrez la page et recommencez.",
  backHome: "Revenir à l’accueil",
};
export type HttpTexts = typeof fr;
