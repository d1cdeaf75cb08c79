import type { Role } from "#src/kernel/rights.ts";
import type { EntryKind, UseOutcome } from "../domain/entries.ts";
import type { StudyGap } from "../domain/evidence.ts";
import type { CostHeading, Coverage } from "../domain/examination.ts";
import type { Gate, KnockOut, WaiverObject } from "../domain/gates.ts";
import type { Importance, PersonalData } from "../domain/need.ts";
import type { Progress } from "../domain/request.ts";
import type { GateWords } from "./words.ts";

const knockOuts = {
  licence: "Licence libre",
  "personal-data": "Données personnelles (RGPD)",
  security: "Sécurité minimale",
  accessibility: "Accessibilité (RGAA)",
  interoperability: "Interopérabilité et formats ouverts",
  "data-export": "Export de toutes les données",
  "data-location": "Données et exploitation dans l’Union européenne",
} satisfies Record<KnockOut, string>;

/** The words of the procedure: the same in forms, in the story of a request and in the decision record. */
export const fr = {
  gates: {
    "in-house": {
      short: "Déjà en service",
      long: "Porte 1 · Déjà en service",
      seeks: "Ce que la collectivité utilise déjà peut-il répondre au besoin\u202f?",
      ruledOut: "Rien de ce qui est en service ne convient",
    },
    "open-source": {
      short: "Logiciel libre",
      long: "Porte 2 · Logiciel libre",
      seeks: "Un logiciel libre répond-il au besoin\u202f?",
      ruledOut: "Aucun logiciel libre ne convient",
    },
    proprietary: {
      short: "Propriétaire",
      long: "Porte 3 · Propriétaire",
      seeks: "Un logiciel ou un service propriétaire répond-il au besoin, avec une sortie possible\u202f?",
      ruledOut: "Aucun logiciel propriétaire ne convient",
    },
    "in-house-development": {
      short: "Développement interne",
      long: "Porte 4 · Développement interne",
      seeks: "La collectivité peut-elle le développer et le maintenir\u202f?",
      ruledOut: "Le développement interne n’est pas possible",
    },
  } satisfies Record<Gate, GateWords>,
  knockOuts,
  knockOutHints: {
    licence:
      "Licence approuvée par l’OSI ou citée à l’article D. 323-2-1 du code des relations entre le public et l’administration. Un code lisible ne suffit pas.",
    "personal-data": "Le traitement respecte le RGPD\u00a0: finalités, durées, sous-traitants, droits des personnes.",
    security: "Correctifs suivis, accès protégés, sauvegardes possibles.",
    accessibility: "Conforme au RGAA, ou écarts connus et sans blocage pour les agents et les usagers.",
    interoperability: "Échange avec l’existant par des formats et des protocoles ouverts.",
    "data-export": "Toutes les données sortent à tout moment, dans un format ouvert et documenté.",
    "data-location": "Données et exploitation situées dans l’Union européenne, ou exception motivée.",
  } satisfies Record<KnockOut, string>,
  /** What a waiver is about. */
  waiverObjects: { ...knockOuts, budget: "Dépassement du budget", time: "Dépassement de la date voulue" } satisfies Record<
    WaiverObject,
    string
  >,
  waiver: { asked: "Dérogation demandée", waiting: "Sans réponse", granted: "Dérogation accordée", denied: "Dérogation refusée" },
  coverages: { full: "Couverte", partial: "Couverte en partie", none: "Non couverte" } satisfies Record<Coverage, string>,
  notJudged: "Non évaluée",
  costHeadings: {
    licences: "Licences ou abonnement",
    hosting: "Hébergement",
    hardware: "Matériel",
    integration: "Intégration et adaptations",
    "data-migration": "Reprise des données",
    "user-training": "Formation des utilisateurs",
    "administrator-training": "Formation des administrateurs",
    support: "Assistance et maintenance",
    "internal-time": "Temps interne",
    leaving: "Sortie",
  } satisfies Record<CostHeading, string>,
  personalData: {
    identity: "Identité",
    contact: "Coordonnées",
    family: "Vie familiale",
    finance: "Situation financière",
    children: "Enfants",
    location: "Localisation",
    "health-social": "Santé et situation sociale",
    sensitive: "Autres données sensibles, infractions et condamnations",
  } satisfies Record<PersonalData, string>,
  importances: { essential: "Essentielle", useful: "Utile" } satisfies Record<Importance, string>,
  verdicts: { retained: "Solution retenue", "ruled-out": "Porte écartée", "not-reached": "Porte non atteinte" },
  opinions: { suitable: "Convient", rejected: "Écarté" },
  states: {
    searching: "En examen",
    "to-countersign": "À contresigner",
    settled: "Décidée",
    unmet: "Sans réponse",
    withdrawn: "Retirée",
  } satisfies Record<Progress["status"], string>,
  entries: {
    "need-submitted": "Besoin déposé",
    "need-structured": "Besoin structuré",
    "search-recorded": "Recherche faite",
    "candidate-added": "Candidat ajouté",
    "candidate-examined": "Candidat examiné",
    "study-recorded": "Étude de faisabilité",
    "waiver-requested": "Dérogation demandée",
    "waiver-answered": "Réponse à une dérogation",
    "gate-concluded": "Porte conclue",
    countersigned: "Conclusion contresignée",
    returned: "Conclusion renvoyée à l’instructeur",
    "question-asked": "Question posée",
    "answer-given": "Réponse donnée",
    withdrawn: "Demande retirée",
    "decision-sealed": "Décision scellée",
    "use-started": "Première utilisation",
    "use-confirmed": "Bilan à l’usage",
  } satisfies Record<EntryKind, string>,
  gateRetained: (gate: number) => `Porte ${gate}\u00a0: solution retenue`,
  gateRuledOut: (gate: number) => `Porte ${gate} écartée`,
  corrected: (title: string) => `Correction\u00a0: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  /** Answers to « does it do, in use, what was decided? » */
  useOutcomes: { yes: "Oui", partly: "En partie", no: "Non" } satisfies Record<UseOutcome, string>,
  searchSources: { inventory: "Parc de la collectivité", catalogue: "Catalogue", elsewhere: "Ailleurs" },
  origins: { installation: "Parc de la collectivité", catalogue: "Catalogue", entered: "Saisi à la main" },
  studyGaps: {
    cost: "le coût",
    date: "la date de mise en service",
    maintainers: "deux postes pour maintenir",
    licence: "la licence",
    repository: "l’adresse du dépôt public",
  } satisfies Record<StudyGap, string>,
  roles: {
    requester: "Demandeur",
    reviewer: "Instructeur",
    guarantor: "Garant de la procédure",
    administrator: "Administrateur",
    "elected-official": "Élu",
    "data-protection-officer": "Délégué à la protection des données",
  } satisfies Record<Role, string>,
};

export type RequestWords = typeof fr;
