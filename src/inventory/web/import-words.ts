import type { Language } from "#src/kernel/language.ts";
import { LANGUAGES } from "#src/kernel/language.ts";
import { COUNTRIES } from "../domain/countries.ts";
import { CRITICALITIES, DATA_KINDS, HOSTINGS, LAYERS, PERSONAL_DATA } from "../domain/details.ts";
import { foldedName } from "../domain/folded-name.ts";
import { COLUMNS, type ImportColumn, type ImportWords } from "../domain/import-line.ts";
import { headingKey } from "../domain/matching.ts";
import { columnTitle } from "./column-titles.ts";
import { countryName } from "./country-names.ts";
import { type DetailsTexts, detailsTexts } from "./details-texts.ts";

const folded = (...words: readonly string[]): readonly string[] =>
  words.map((word) =>
    foldedName(word)
      .replace(/[^\p{L}\p{N}' ]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );

/** Our own headings are understood in both languages; these are others' for the same things. */
const HEADINGS: Readonly<Record<ImportColumn, readonly string[]>> = {
  name: ["logiciel", "nom", "nom du logiciel", "application", "produit", "solution", "software", "name", "software name"],
  departments: [
    ...["service", "services", "service(s)", "direction", "directions", "direction(s)", "services utilisateurs"],
    ...["department", "departments", "department(s)"],
  ],
  users: [
    ...["utilisateurs", "utilisateur(s)", "nombre d'utilisateurs", "nb utilisateurs", "nb d'utilisateurs"],
    ...["users", "number of users"],
  ],
  state: ["état", "statut", "situation", "state", "status"],
  free: ["licence libre", "libre", "logiciel libre", "free", "free software", "open source", "open-source"],
  purpose: ["objet", "usage", "à quoi sert-il", "fonction", "description", "purpose", "use"],
  "in-service-on": ["en service depuis", "mise en service", "date de mise en service", "depuis", "in service since", "since"],
  version: ["version", "version du logiciel", "numéro de version", "release"],
  layer: ["couche", "couche technique", "type", "catégorie", "layer", "category"],
  criticality: ["criticité", "niveau de criticité", "importance", "criticality"],
  "answerable-department": [
    "service responsable",
    "service référent",
    "direction responsable",
    "propriétaire",
    "owner",
    "owning department",
  ],
  "answerable-role": ["responsable", "référent", "fonction responsable", "responsable applicatif", "role"],
  hosting: ["mode d'hébergement", "type d'hébergement", "hébergement", "hosting"],
  host: ["hébergeur", "nom de l'hébergeur", "prestataire d'hébergement", "host", "hosting provider", "provider"],
  country: ["pays", "pays d'hébergement", "localisation des données", "localisation", "country", "data location"],
  law: ["droit applicable", "droit", "législation", "governing law", "law"],
  "personal-data": ["données à caractère personnel", "dcp", "rgpd", "gdpr", "personal data"],
  "data-kinds": ["catégories de données personnelles", "types de données", "kinds of personal data"],
  register: ["registre", "registre rgpd", "fiche registre", "numéro de traitement", "register", "processing record"],
};

const COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ["usa", "etats unis d'amerique", "united states of america"],
  GB: ["uk", "grande bretagne", "angleterre", "great britain"],
  NL: ["hollande"],
  CZ: ["republique tcheque", "czech republic"],
  KR: ["coree du sud"],
};

/** Each thing by its code, by its name in both languages, and by what else it is called. */
function sayings<K extends string>(
  keys: readonly K[],
  name: (key: K, language: Language) => string,
  others: Partial<Readonly<Record<K, readonly string[]>>> = {},
): Readonly<Record<K, readonly string[]>> {
  const entries = keys.map((key) => [key, folded(key, ...LANGUAGES.map((language) => name(key, language)), ...(others[key] ?? []))]);
  return Object.fromEntries(entries) as unknown as Readonly<Record<K, readonly string[]>>;
}

const named =
  <K extends string>(names: (texts: DetailsTexts) => Readonly<Record<K, string>>) =>
  (key: K, language: Language): string =>
    names(detailsTexts(language))[key];

function headingsOf(): ImportWords["columns"] {
  const entries = COLUMNS.map((column) => {
    const titles = LANGUAGES.map((language) => columnTitle(column, language));
    return [column, [...titles, ...HEADINGS[column]].map(headingKey)] as const;
  });
  return Object.fromEntries(entries) as unknown as ImportWords["columns"];
}

/** What files say, in French and in English, whoever reads them: a list often comes from elsewhere. */
export const IMPORT_WORDS: ImportWords = {
  columns: headingsOf(),
  states: {
    planned: folded("prévu", "prévue", "planifié", "planifiée", "planned"),
    pilot: folded("à l'essai", "essai", "pilote", "en test", "test", "on trial", "pilot"),
    "in-service": folded("en service", "en production", "production", "actif", "active", "utilisé", "in service", "in use"),
    leaving: folded("en cours de retrait", "en cours d'abandon", "sur le départ", "à remplacer", "being phased out", "leaving"),
    retired: folded("retiré", "retirée", "arrêté", "arrêtée", "abandonné", "abandonnée", "retired"),
  },
  layers: sayings(
    LAYERS,
    named((t) => t.layers),
    {
      users: ["utilisateurs", "utilisateur", "métier", "poste de travail", "bureautique", "visible"],
      server: ["serveurs", "middleware", "base de données"],
      network: ["réseaux"],
      security: ["sécurité"],
      infrastructure: ["système", "virtualisation"],
    },
  ),
  criticalities: sayings(
    CRITICALITIES,
    named((t) => t.criticalities),
    {
      vital: ["vitale", "critique", "très critique", "forte", "haute", "critical", "high"],
      important: ["importante", "moyenne", "medium"],
      ordinary: ["normale", "normal", "faible", "basse", "mineure", "low"],
    },
  ),
  hostings: sayings(
    HOSTINGS,
    named((t) => t.hostings),
    {
      "on-premises": ["sur site", "sur place", "interne", "local", "en interne", "on premise", "on site", "mairie"],
      authority: ["autre collectivité", "collectivité", "mutualisé"],
      operator: ["opérateur", "syndicat", "infogérance", "hébergeur public"],
      cloud: ["nuage", "saas", "cloud", "externe", "hébergé"],
    },
  ),
  personalData: sayings(
    PERSONAL_DATA,
    named((t) => t.personalDatas),
    {
      none: ["non", "no", "aucune donnée", "n"],
      ordinary: ["oui", "yes", "courantes", "ordinaires", "o"],
      sensitive: ["sensibles", "données sensibles", "sensible"],
    },
  ),
  dataKinds: sayings(
    DATA_KINDS,
    named((t) => t.kindNames),
    { identity: ["état civil"], "health-social": ["santé", "social"], sensitive: ["sensibles", "données sensibles"] },
  ),
  countries: sayings(COUNTRIES, countryName, COUNTRY_NAMES),
  yes: folded("oui", "o", "vrai", "x", "1", "libre", "yes", "y", "true"),
  no: folded("non", "n", "faux", "0", "propriétaire", "no", "false"),
};
