import type { Gate } from "../domain/gates.ts";

const years = (n: number): string => (n === 1 ? "1\u00a0an" : `${n}\u00a0ans`);

export const fr = {
  title: (reference: string, need: string) => `Décision ${reference}\u00a0: ${need}`,
  headerEnd: {
    internal: (reference: string) => `Décision ${reference} · version interne`,
    public: (reference: string) => `Décision ${reference} · version publique`,
  },
  demonstration: "Démonstration",
  demonstrationText: "Cette collectivité et cette décision sont fictives\u00a0: elles montrent ce que fait le logiciel.",
  authority: "Collectivité",
  siren: "SIREN",
  reference: "Référence",
  roundLabel: "Tour",
  round: (n: number) => (n === 1 ? "Premier tour" : `Tour ${n}\u00a0: une décision antérieure a été reprise`),
  department: "Service demandeur",
  submittedAt: "Besoin déposé le",
  decidedAt: "Décision prise le",
  versionLabel: "Version",
  versions: {
    internal: "Interne\u00a0: elle cite des personnes et ne se publie pas",
    public: "Publique\u00a0: elle cite des rôles, jamais des personnes",
  },
  none: "—",
  yes: "Oui",
  no: "Non",
  notSaid: "Non précisé",

  decision: "La décision",
  /** One clear sentence, by the gate at which it was taken. */
  outcomes: {
    "in-house": (solution: string) => `${solution}, déjà en service, est étendu à ce besoin.`,
    "open-source": (solution: string) => `${solution}, un logiciel libre, est retenu.`,
    proprietary: (solution: string) =>
      `${solution}, un logiciel ou service propriétaire, est retenu\u00a0: aucun logiciel libre ne convenait.`,
    "in-house-development": () => "La collectivité développe elle-même la solution\u00a0: rien d’existant ne convenait.",
  } satisfies Record<Gate, (solution: string) => string>,
  unmet: "Le besoin reste sans réponse\u00a0: aucune des quatre portes n’a donné de solution.",
  path: "Le chemin suivi",
  pathColumns: { gate: "Porte", conclusion: "Conclusion", concluded: "Conclue le", countersigned: "Contresignée le" },
  countersignatureNotNeeded: "Non requis",

  need: "Le besoin",
  requesterWords: (department: string, date: string) => `Les mots du service demandeur (${department}), le ${date}`,
  structuredWords: "Le besoin tel qu’un instructeur l’a structuré",
  users: "Utilisateurs",
  neededBy: "Voulu pour le",
  usedToday: "Utilisé aujourd’hui",
  budget: "Budget",
  noBudget: "Non fixé",
  exTaxOver: (amount: string, n: number) => `${amount} HT sur ${years(n)}`,
  personalData: "Données personnelles",
  noPersonalData: "Aucune",
  openToPublic: "Ouvert au public",
  mustRunWith: "Doit fonctionner avec",
  requirements: "Exigences",
  requirementColumns: { number: "N°", requirement: "Exigence", importance: "Importance", coverage: "Couverture" },
  noRequirements: "Aucune exigence n’a été écrite.",

  notReached: "Cette porte n’a pas été atteinte\u00a0: la décision a été prise avant.",
  /** `by` says « l’instructeur » or a name and a role. */
  concluded: (date: string, by: string) => `Conclusion écrite le ${date}, par ${by}`,
  countersigned: (date: string, by: string) => `Contresigné le ${date}, par ${by}.`,
  countersignedSource: (date: string, by: string) => `Contreseing du ${date}, par ${by}`,
  samePerson: "Exception",
  samePersonText: "La même personne a écrit la conclusion et l’a contresignée.",
  searches: "Recherches faites",
  searchColumns: { at: "Date", source: "Où", query: "Recherche", count: "Résultats", found: "Premiers trouvés" },
  noSearches: "Aucune recherche n’est enregistrée à cette porte.",

  candidates: "Candidats",
  candidateColumns: {
    name: "Candidat",
    opinion: "Avis",
    knockOuts: "Critères éliminatoires",
    essential: "Essentielles couvertes",
    cost: "Coût total HT",
    readyOn: "Prêt le",
  },
  outOf: (n: number, total: number) => `${n} sur ${total}`,
  noCandidates: "Aucun candidat n’a été proposé à cette porte.",
  retainedName: (name: string) => `${name}\u00a0: retenu`,
  rejectedName: (name: string) => `${name}\u00a0: écarté`,
  notExamined: "Ce candidat n’a pas été examiné.",
  origin: "Provenance",
  licence: "Licence déclarée",
  licenceRead: "Licence vérifiée",
  opinion: "Avis",
  because: (opinion: string, reason: string) => `${opinion} — ${reason}`,
  coverage: "Exigences couvertes",
  coverageValue: (percent: string, judged: number, total: number, essentialFull: number, essential: number) =>
    `${percent} (${judged} évaluées sur ${total}\u202f; essentielles entièrement couvertes\u00a0: ${essentialFull} sur ${essential})`,
  totalCost: "Coût total",
  notEstimated: "Non estimé",
  readyOn: "Mise en service possible",
  knockOuts: (name: string) => `Critères éliminatoires\u00a0: ${name}`,
  knockOutColumns: { criterion: "Critère", conclusion: "Conclusion", reason: "Raison" },
  passes: "Satisfait",
  fails: "Non satisfait",
  failsWaived: "Non satisfait, dérogation accordée",
  coverageOf: (name: string) => `Couverture des exigences\u00a0: ${name}`,
  waivers: (name: string) => `Dérogations\u00a0: ${name}`,
  waiverColumns: { object: "Objet", reason: "Demande", answer: "Réponse du garant" },
  costOf: (name: string, n: number) => `Coût sur ${years(n)}, en euros hors taxes\u00a0: ${name}`,
  costColumns: { heading: "Poste", once: "Une fois", yearly: "Par an", total: (n: number) => `Sur ${years(n)}` },
  costTotal: "Total",

  study: "Étude de faisabilité",
  studyCost: "développement interne",
  feasible: "Faisable",
  maintainers: "Postes pour maintenir",
  studyLicence: "Licence",
  repository: "Dépôt public",

  corrections: "Corrections",
  correctionsIntro: "Rien ne s’efface\u00a0: une correction dit ce qu’elle remplace, et pourquoi.",
  noCorrections: "Aucune correction n’a été faite.",
  correctionColumns: { at: "Date", by: "Par", what: "Ce qui est remplacé", why: "Raison" },

  countersignature: "Le contreseing",
  countersignatures: {
    required:
      "Le garant de la procédure contresigne chaque porte quittée sans solution à partir de la deuxième, et la décision. Il ne contresigne jamais ce qu’il a écrit lui-même.",
    "single-person":
      "Cette collectivité n’a qu’une personne pour conduire la procédure\u00a0: elle peut contresigner ses propres conclusions. C’est une exception, et chaque dossier le dit.",
  },

  seal: "Le sceau",
  sealed: (dateTime: string) => `Ce dossier a été scellé le ${dateTime}. Son empreinte SHA-256 est\u00a0:`,
  verify: (file: string) => `Pour vérifier que rien n’a changé depuis, prenez le fichier ${file} et calculez son empreinte\u00a0:`,
  verified:
    "Le résultat doit être l’empreinte ci-dessus. Elle est aussi inscrite au journal de la collectivité, où chaque ligne dépend de celle qui la précède.",
  address: (url: string) => `Le fichier se trouve à l’adresse ${url}`,

  /** Who wrote an entry, after « par ». */
  roles: {
    requester: "le demandeur",
    reviewer: "l’instructeur",
    guarantor: "le garant de la procédure",
    administrator: "l’administrateur",
    "elected-official": "l’élu",
    "data-protection-officer": "le délégué à la protection des données",
  },
  nameAndRole: (name: string, role: string) => `${name} (${role.toLowerCase()})`,
};

export type RecordTexts = typeof fr;
