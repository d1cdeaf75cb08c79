import type { GatherRefusal } from "./usecases/gather-files.ts";
import type { FileProblem } from "./usecases/read-source.ts";

const REASONS: Readonly<Record<string, string>> = {
  "not-http": "seules les adresses http et https sont lues",
  "not-an-address": "ce n’est pas une adresse que l’on peut lire",
  "private-address": "elle mène à un réseau privé, qui n’est jamais appelé",
  "unknown-host": "ce nom de serveur est inconnu",
  refused: "le serveur refuse la connexion",
  timeout: "le serveur ne répond pas assez vite",
  "too-large": "le fichier est trop grand",
  "too-many-redirects": "trop de renvois d’une adresse à l’autre",
  "http-status": "le serveur répond par une erreur",
  "broken-off": "la réponse s’interrompt avant la fin",
  tls: "la connexion n’est pas sûre",
};

export const fr = {
  refusal: (refusal: GatherRefusal): string => {
    switch (refusal.kind) {
      case "no-such-file":
        return `Ce fichier n’existe pas\u00a0: ${refusal.place}`;
      case "too-large":
        return `Ce fichier dépasse ${Math.round(refusal.most / 1_048_576)}\u00a0Mo\u00a0: ${refusal.place}`;
      case "not-fetched":
        return `${refusal.place} n’a pas pu être lue\u00a0: ${REASONS[refusal.reason] ?? refusal.reason}${refusal.status === null ? "" : ` (${refusal.status})`}.`;
    }
  },
  nothingReadable: "Rien n’a pu être lu.",
  problem: ({ file, problem }: FileProblem): string => {
    switch (problem.kind) {
      case "empty":
        return `${file}\u00a0: le fichier est vide.`;
      case "too-large":
        return `${file}\u00a0: le fichier dépasse ${Math.round(problem.most / 1_048_576)}\u00a0Mo.`;
      case "too-deep":
        return `${file}\u00a0: des listes y sont imbriquées trop profondément (ligne ${problem.line}).`;
      case "too-many-values":
        return `${file}\u00a0: le fichier tient trop de valeurs (ligne ${problem.line}).`;
      case "unreadable":
        return `${file}\u00a0: le fichier ne se lit pas (ligne ${problem.line}).`;
      case "references":
        return `${file}\u00a0: des renvois internes y sont interdits (ligne ${problem.line}).`;
      case "encoding":
        return `${file}\u00a0: lu comme un fichier Windows-1252, car ce n’est pas de l’UTF-8.`;
      case "control-characters":
        return `${file}\u00a0: ${problem.count} caractères de commande ont été retirés.`;
      case "truncated":
        return `${file}\u00a0: le fichier s’interrompt à la ligne ${problem.line}\u202f; les ${problem.kept} premières fiches ont été gardées.`;
      case "several-documents":
        return `${file}\u00a0: plusieurs documents\u202f; le premier a été lu.`;
      case "no-file":
        return "Aucun fichier à lire.";
      case "one-too-many":
        return `${file}\u00a0: un fichier de trop.`;
    }
  },
  columns: { outcome: "Résultat", name: "Nom", slug: "Logiciel du catalogue", key: "Identifiant dans la source", detail: "Pourquoi" },
  outcomes: { created: "créé", joined: "rattaché", updated: "mis à jour", unchanged: "inchangé", skipped: "laissé de côté" },
};

export type SourceTexts = typeof fr;
