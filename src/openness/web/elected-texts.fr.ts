const N = "\u00a0";

export const electedFr = {
  title: "Où en est le logiciel libre",
  of: (authority: string, date: string) => `${authority}, au ${date}`,
  whatIsFree:
    "Un logiciel libre peut être utilisé, étudié, modifié et partagé par tous. La collectivité n’y dépend pas d’un seul fournisseur.",
  figures: "Quatre chiffres",
  value: (free: string, known: string) => `${free} sur ${known}`,
  nothing: "Rien à compter",
  software: (ratio: string) => `logiciels différents en service sont libres, soit ${ratio}.`,
  user: (ratio: string) =>
    `usages se font avec un logiciel libre, soit ${ratio}. Une personne qui se sert de trois logiciels compte trois fois.`,
  cost: (ratio: string) => `de dépense annuelle connue vont à des logiciels libres (assistance, hébergement), soit ${ratio}.`,
  system: (ratio: string) => `postes de travail observés ont un système libre, soit ${ratio}.`,
  softwareName: "Les logiciels",
  userName: "Les usages",
  costName: "L’argent",
  systemName: "Les postes",
  unknown: (unknown: string) => `À préciser${N}: ${unknown}.`,
  withoutCost: (n: number) =>
    n === 1 ? "La dépense d’une installation n’est pas connue." : `La dépense de ${n} installations n’est pas connue.`,
  observedOn: (date: string) => `Compté le ${date}.`,
  noSoftware: "Aucun logiciel en service dont la licence soit connue.",
  noUsers: "Personne n’a encore dit combien de personnes se servent de chaque logiciel.",
  noCost: "Aucun contrat en cours n’est rattaché à un logiciel en service.",
  noSystem: "Aucun poste n’envoie encore son inventaire.",
  changeTitle: "Ce qui a changé",
  change: (since: string, then: string, now: string) => `En ${since}, ${then}. Aujourd’hui, ${now}.`,
  state: (free: string, known: string, n: number) =>
    `${n === 0 ? "aucune installation libre" : n === 1 ? "une installation libre" : `${free} installations libres`} sur ${known} de licence connue`,
  more: (n: number) => (n === 1 ? "Une libre de plus." : `${n} libres de plus.`),
  fewer: (n: number) => (n === 1 ? "Une libre de moins." : `${n} libres de moins.`),
  same: "Autant de libres qu’alors.",
  reconstituted: "Le passé est reconstitué d’après les dates de mise en service et de retrait.",
  noChange: "Il n’y a pas encore de mois passé à comparer.",
  stepsTitle: "Trois prochains pas",
  steps: (n: number): string => (n === 1 ? "Un prochain pas" : n === 2 ? "Deux prochains pas" : "Trois prochains pas"),
  noSteps: "Rien n’appelle de décision dans les douze mois, d’après ce qui est connu.",
  notice: (name: string, date: string, alternatives: string) =>
    `Décider de l’avenir de ${name} avant le ${date}, dernier jour pour dénoncer son contrat. Il existe en libre${N}: ${alternatives}.`,
  pilot: (name: string, users: number | null, others: number) =>
    `Conclure l’essai de ${name}${users === null ? "" : `, utilisé par ${users} ${users === 1 ? "personne" : "personnes"}`}${others === 0 ? "" : others === 1 ? ", et un autre essai de logiciel libre" : `, et ${others} autres essais de logiciels libres`}.`,
  replaceable: (name: string, users: string, alternatives: string) =>
    `Étudier le remplacement de ${name} (${users}). Il existe en libre${N}: ${alternatives}.`,
  users: { one: "utilisateur", other: "utilisateurs" },
  unknownStep: (n: number) =>
    n === 1
      ? "Préciser la licence d’un logiciel, qu’on ne sait pas encore compter."
      : `Préciser la licence de ${n} logiciels, qu’on ne sait pas encore compter.`,
  method: (date: string) =>
    `Chiffres du ${date}. Est compté ce que la collectivité déclare en service, ni à l’essai, ni en cours de retrait. Libre${N}: licence approuvée par l’Open Source Initiative ou inscrite sur la liste française. Les parts se calculent sur ce dont la licence est connue${N}; le reste est dit à part. Les montants sont annuels, hors taxes, et ne comptent que les contrats rattachés à un logiciel.`,
  all: "Tous les chiffres",
  prints: "Cette page s’imprime sur une feuille.",
};
export type ElectedTexts = typeof electedFr;
