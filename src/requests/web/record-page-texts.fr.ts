export const fr = {
  requests: "Demandes",
  record: "Dossier de décision",
  downloads: "Prendre ce dossier",
  formats: { pdf: "PDF", odt: "ODT", json: "JSON" },
  formatsHint: {
    pdf: "pour lire, imprimer et archiver (PDF/A-2a)",
    odt: "pour reprendre le texte",
    json: "pour vérifier l’empreinte et réutiliser les données",
  },
  schema: "Le fichier JSON suit un schéma publié par ce service\u00a0:",
  publicVersion: "Voir la version publique",
  decidedOn: (date: string) => `Décidée le ${date}`,
  gateConclusion: (conclusion: string, date: string) => `${conclusion}, le ${date}`,
  publicTitle: (authority: string) => `${authority}\u00a0: les décisions sur les logiciels`,
  publicLead:
    "Chaque demande de logiciel passe quatre portes, dans l’ordre\u00a0: ce qui est déjà en service, le logiciel libre, le logiciel propriétaire, le développement interne. Voici ce qui a été décidé, et pourquoi.",
  search: "Chercher une décision",
  tableCaption: "Décisions, les plus récentes d’abord",
  columns: { decision: "Besoin", outcome: "Décision", on: "Prise le" },
  noun: { one: "décision", other: "décisions" },
  builtInHouse: "Développé en interne",
  unmet: "Besoin sans réponse",
  outcomeAt: (solution: string, gate: string) => `${solution} (${gate.toLowerCase()})`,
  emptyTitle: "Aucune décision encore",
  emptyText: "Les décisions prises par la collectivité apparaîtront ici, chacune avec son dossier complet.",
  nothingFound: "Aucune décision ne correspond",
  nothingFoundText: "Essayez un autre mot, ou le numéro d’une décision.",
  allDecisions: "Voir toutes les décisions",
  busyTitle: "Trop de dossiers sont demandés à la fois",
  busyText: "Revenez dans une minute. En attendant, la page du dossier et son fichier JSON disent la même chose.",
};

export type RecordPageTexts = typeof fr;
