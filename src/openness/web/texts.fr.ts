import type { MeasureKey } from "../domain/rows.ts";
import type { Unit } from "../domain/share.ts";

const N = "\u00a0";

export const fr = {
  title: "Part du libre",
  electedTitle: "Pour les élus",
  inventory: "Parc",
  forElected: "La page pour les élus",
  headline: (free: string, known: string, date: string, n: { readonly free: number; readonly known: number }) =>
    n.known === 1
      ? `Au ${date}, la seule installation en service dont la licence est connue ${n.free === 1 ? "est" : "n’est pas"} du logiciel libre.`
      : n.free === 0
        ? `Au ${date}, aucune des ${known} installations en service dont la licence est connue n’est du logiciel libre.`
        : `Au ${date}, ${free} des ${known} installations en service dont la licence est connue ${n.free === 1 ? "est" : "sont"} du logiciel libre.`,
  headlineNone: (date: string) => `Au ${date}, rien n’est déclaré en service dont la licence soit connue.`,
  headlineRest: (unknown: string, all: string, n: number) =>
    n === 1
      ? `${all} sont en service en tout${N}: pour l’une, on ne sait pas encore si elle est libre.`
      : `${all} sont en service en tout${N}: de ${unknown}, on ne sait pas encore si elles sont libres.`,
  headlineWhole: "Toutes ont une licence connue.",
  emptyTitle: "Rien à compter encore",
  emptyText:
    "Ici paraîtra la part du logiciel libre\u00a0: par logiciel, par service, par utilisateur, par euro dépensé, et dans le temps. Elle se calcule sur ce que la collectivité déclare en service, et sur ce que ses agents d’inventaire observent.",
  declareFirst: "Déclarer ce qui est en service",
  seeInventory: "Voir le parc",
  caption: (what: string, date: string) => `${what}, au ${date}`,
  free: "Libre",
  notFree: "Non libre",
  unknown: "À préciser",
  all: "Total",
  ratio: "Part du libre, parmi le connu",
  nothing: "Rien à compter",
  what: "Ce qui est compté",
  table: "Les chiffres en tableau",
  legend: "Légende des barres",
  share: (free: string, known: string, ratio: string) => `${free} sur ${known} (${ratio})`,
  shareUnknown: (unknown: string) => `et ${unknown} à préciser`,
  barLabel: (what: string, free: string, notFree: string, unknown: string) =>
    `${what}${N}: libre ${free}, non libre ${notFree}, à préciser ${unknown}`,
  declaredTitle: "Ce qui est en service, compté de quatre façons",
  declaredIntro: (date: string) =>
    `Ce que la collectivité déclare en service, au ${date}. La part se calcule sur ce dont la licence est connue.`,
  measures: {
    software: "Par logiciel",
    installation: "Par installation",
    user: "Par utilisateur",
    cost: "Par euro dépensé chaque année",
    layer: "Par couche",
    department: "Par service",
    "observed-software": "Logiciels observés",
    copy: "Copies observées sur les postes",
    average: "En moyenne sur un poste",
    system: "Systèmes des postes",
  } satisfies Record<MeasureKey, string>,
  explanations: {
    software: "Un logiciel installé deux fois compte une fois.",
    installation: "Chaque installation en service compte une fois.",
    user: "Les utilisateurs de chaque installation, additionnés\u00a0: une personne qui se sert de trois logiciels compte trois fois.",
    cost: "La part de chaque installation dans les contrats en cours, hors taxes. Un logiciel sans contrat n’est pas compté comme gratuit\u00a0: il n’est pas compté.",
  },
  uncountedUsers: (n: number) =>
    n === 1
      ? "Une installation sans nombre d’utilisateurs connu n’est pas comptée."
      : `${n} installations sans nombre d’utilisateurs connu ne sont pas comptées.`,
  uncountedCosts: (n: number) =>
    n === 1 ? "Une installation sans dépense connue n’est pas comptée." : `${n} installations sans dépense connue ne sont pas comptées.`,
  elsewhere: (amount: string) => `${amount} par an vont à ce qui n’est pas en service (à l’essai, en cours de retrait, retiré).`,
  unattached: (amount: string) => `${amount} par an de contrats en cours ne sont rattachés à aucune installation.`,
  withoutAmount: (n: number) => (n === 1 ? "Un contrat en cours n’a pas de montant." : `${n} contrats en cours n’ont pas de montant.`),
  layerTitle: "Par couche",
  layerIntro: (date: string) => `De ce que voient les utilisateurs à ce qui le porte, par installation, au ${date}.`,
  layers: {
    users: "Logiciels des utilisateurs",
    server: "Serveurs",
    network: "Réseau",
    security: "Sécurité",
    infrastructure: "Infrastructure",
  } as Readonly<Record<string, string>>,
  departmentTitle: "Par service",
  departmentIntro: (date: string) =>
    `Par installation, au ${date}. Une installation qui sert plusieurs services compte une fois dans chacun\u00a0: ces lignes ne s’additionnent pas.`,
  noDepartment: "Sans service indiqué",
  moreDepartments: (n: number) => `Les ${n} autres services sont dans le tableau.`,
  observedTitle: "Ce que les agents d’inventaire observent",
  observedIntro: (date: string) => `Compté le ${date} sur les machines inventoriées. Les bibliothèques et les composants ne comptent pas.`,
  observedNone:
    "Aucune machine n’envoie encore son inventaire. Avec un agent d’inventaire, vous verrez ici ce que les postes contiennent vraiment, à côté de ce qui est déclaré.",
  observedLink: "Les postes et leurs agents",
  average: (ratio: string, counted: string, all: string) =>
    `En moyenne, ${ratio} du logiciel reconnu d’un poste est libre. Moyenne sur ${counted} postes, des ${all} qui ont dit ce qu’ils contiennent.`,
  systemsNote: "Linux est compté comme libre, Windows et macOS comme non libres. Des autres systèmes, on ne préjuge pas.",
  systems: { linux: "Linux", windows: "Windows", macos: "macOS", other: "Autre" },
  timeTitle: "Dans le temps",
  timeIntro: "Le premier jour de chaque mois. Un mois qui n’a pas été mesuré est un trou, jamais une moyenne de ses voisins.",
  timeChoose: "Mesure montrée",
  timeLabel: (measure: string, first: string, last: string, from: string, to: string) =>
    `Part du libre, ${measure}${N}: ${first} en ${from}, ${last} au ${to}.`,
  timeNone: "Rien n’a encore été mesuré dans le temps. Le premier point sera gardé dans la journée.",
  measured: "Mesuré dans le mois",
  reconstituted: "Reconstitué",
  reconstitutedNote:
    "Reconstitué\u00a0: calculé après coup, d’après les dates de mise en service et de retrait, avec les licences et les nombres d’utilisateurs connus aujourd’hui.",
  notMeasured: "Non mesuré",
  today: "Aujourd’hui",
  month: "Mois",
  origin: "Origine",
  measuredOn: (date: string) => `Mesuré le ${date}`,
  systemsTimeTitle: "Les systèmes des postes, dans le temps",
  systemsTimeLabel: (parts: string, date: string) => `Postes par système au ${date}${N}: ${parts}.`,
  systemsTimeNone: "Il faut deux mois mesurés pour tracer une courbe. En attendant, voici les postes d’aujourd’hui.",
  machines: "Postes",
  toCompleteTitle: "Ce qu’on ne sait pas encore",
  toCompleteIntro: "Chaque précision rend la part plus sûre.",
  unknownFreedom: (n: number) =>
    n === 1 ? "Une installation dont on ne sait pas si elle est libre" : `${n} installations dont on ne sait pas si elles sont libres`,
  unknownUsers: (n: number) => (n === 1 ? "Une installation sans nombre d’utilisateurs" : `${n} installations sans nombre d’utilisateurs`),
  unknownCosts: (n: number) => (n === 1 ? "Une installation sans dépense connue" : `${n} installations sans dépense connue`),
  unknownDepartments: (n: number) => (n === 1 ? "Une installation sans service" : `${n} installations sans service`),
  unattachedContracts: (amount: string) => `${amount} de contrats sans installation`,
  nothingUnknown: "Tout ce qui est en service a une licence, un service, des utilisateurs et une dépense connus.",
  complete: "Compléter",
  methodTitle: "Comment c’est compté",
  method: [
    "Un logiciel est libre quand sa licence est approuvée par l’Open Source Initiative ou figure sur la liste française. Le catalogue le dit\u00a0; à défaut, c’est ce que la collectivité a déclaré.",
    "En service\u00a0: ni prévu, ni à l’essai, ni en cours de retrait, ni retiré.",
    "La part se calcule sur ce dont la licence est connue. Ce qu’on ne sait pas est montré à part, jamais compté d’un côté ou de l’autre.",
    "Il n’y a pas de chiffre unique\u00a0: dix logiciels de trois personnes et un de trois cents ne disent pas la même chose.",
  ],
  fileName: "part-du-libre",
  columns: {
    measure: "mesure",
    group: "groupe",
    unit: "unité",
    free: "libre",
    known: "connu",
    all: "total",
    uncounted: "installations non comptées",
    date: "date",
    origin: "origine",
  },
  units: {
    software: "logiciels",
    installation: "installations",
    user: "utilisateurs",
    cent: "euros par an, hors taxes",
    workstation: "postes",
    copy: "copies",
  } satisfies Record<Unit, string>,
  origins: { declared: "déclaré", observed: "observé", reconstituted: "reconstitué" },
};
export type OpennessTexts = typeof fr;
