import { foldedName } from "../domain/folded-name.ts";
import type { ImportWords } from "../domain/import-line.ts";

const folded = (...words: readonly string[]): readonly string[] =>
  words.map((word) =>
    foldedName(word)
      .replace(/[^\p{L}\p{N}' ]+/gu, " ")
      .trim(),
  );
/** Names of columns lose their punctuation too: « Service(s) » is « service s ». */
const column = (...names: readonly string[]): readonly string[] =>
  names.map((name) =>
    foldedName(name)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );

/** What files say, in French and in English, whoever reads them: a list often comes from elsewhere. */
export const IMPORT_WORDS: ImportWords = {
  columns: {
    name: column("logiciel", "nom", "nom du logiciel", "application", "produit", "solution", "software", "name", "software name"),
    departments: column(
      "service",
      "services",
      "service(s)",
      "direction",
      "directions",
      "direction(s)",
      "services utilisateurs",
      "department",
      "departments",
      "department(s)",
    ),
    users: column(
      "utilisateurs",
      "utilisateur(s)",
      "nombre d'utilisateurs",
      "nb utilisateurs",
      "nb d'utilisateurs",
      "users",
      "number of users",
    ),
    state: column("état", "statut", "situation", "state", "status"),
    free: column("licence libre", "libre", "logiciel libre", "free", "free software", "open source", "open-source"),
    purpose: column("objet", "usage", "à quoi sert-il", "fonction", "description", "purpose", "use"),
    "in-service-on": column("en service depuis", "mise en service", "date de mise en service", "depuis", "in service since", "since"),
  },
  states: {
    planned: folded("prévu", "prévue", "planifié", "planifiée", "planned"),
    pilot: folded("à l'essai", "essai", "pilote", "en test", "test", "on trial", "pilot"),
    "in-service": folded("en service", "en production", "production", "actif", "active", "utilisé", "in service", "in use"),
    leaving: folded("en cours de retrait", "en cours d'abandon", "sur le départ", "à remplacer", "being phased out", "leaving"),
    retired: folded("retiré", "retirée", "arrêté", "arrêtée", "abandonné", "abandonnée", "retired"),
  },
  yes: folded("oui", "o", "vrai", "x", "1", "libre", "yes", "y", "true"),
  no: folded("non", "n", "faux", "0", "propriétaire", "no", "false"),
};
