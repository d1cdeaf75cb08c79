import { NO_DETAILS } from "./details.ts";
import type { ImportWords } from "./import-line.ts";

/** A few words of files, for tests of the rules. */
export const SOME_WORDS: ImportWords = {
  columns: {
    name: ["nom", "logiciel"],
    departments: ["services"],
    users: ["utilisateurs"],
    state: ["etat"],
    free: ["libre", "licence libre"],
    purpose: ["objet"],
    "in-service-on": ["depuis", "en service depuis"],
    version: ["version"],
    layer: ["couche"],
    criticality: ["criticite"],
    "answerable-department": ["service responsable"],
    "answerable-role": ["fonction responsable"],
    hosting: ["hebergement"],
    host: ["hebergeur"],
    country: ["pays des donnees"],
    law: ["droits applicables"],
    "personal-data": ["donnees personnelles"],
    "data-kinds": ["categories de donnees"],
    register: ["registre des traitements"],
  },
  states: {
    planned: ["prevu"],
    pilot: ["a l'essai", "essai"],
    "in-service": ["en service"],
    leaving: ["en cours d'abandon", "abandon"],
    retired: ["retire"],
  },
  layers: { users: ["utilisateurs"], server: ["serveur"], network: ["reseau"], security: ["securite"], infrastructure: ["infrastructure"] },
  criticalities: { vital: ["vital"], important: ["important"], ordinary: ["ordinaire"] },
  hostings: { "on-premises": ["locaux"], authority: ["collectivite"], operator: ["operateur"], cloud: ["nuage"] },
  personalData: { none: ["aucune"], ordinary: ["oui"], sensitive: ["sensibles"] },
  dataKinds: {
    identity: ["identite"],
    contact: ["coordonnees"],
    family: ["famille"],
    finance: ["finances"],
    children: ["enfants"],
    location: ["lieu"],
    "health-social": ["sante"],
    sensitive: ["autres donnees sensibles infractions"],
  },
  countries: { FR: ["fr", "france"], US: ["us", "etats unis"], DE: ["de", "allemagne"] },
  yes: ["oui"],
  no: ["non"],
};

const { answerableDepartmentId: _, ...drafted } = NO_DETAILS;
/** What a line that says nothing but a name says of the rest. */
export const NOTHING_DRAFTED = { ...drafted, answerableDepartment: "" };
