import type { LicenceJudgement } from "./domain/licences.ts";
import type { Why } from "./domain/search.ts";

export const fr = {
  why: (why: Why): string => {
    switch (why.kind) {
      case "name":
        return `s’appelle ${why.name}`;
      case "term":
        return `sert à : ${why.term}`;
      case "likeness":
        return `« ${why.typed} » ressemble à « ${why.read} »`;
      case "replaces":
        return `peut remplacer ${why.product}`;
      case "same-use":
        return `mêmes usages que ${why.product}`;
      case "function":
        return why.synonym === why.label.fr
          ? `fonction\u00a0: ${why.label.fr}`
          : `fonction\u00a0: ${why.label.fr} («\u202f${why.synonym}\u202f»)`;
      case "category":
        return `catégorie : ${why.label.fr}`;
      case "description":
        return `sa description contient ${why.words.map((word) => `« ${word} »`).join(", ")}`;
    }
  },
  licence: (judgement: LicenceJudgement): string => {
    const name = judgement.spdx === undefined ? "Cette licence" : `La licence ${judgement.spdx}`;
    switch (judgement.reason) {
      case "osi-approved":
        return `${name} est libre : l’Open Source Initiative l’approuve.`;
      case "french-decree":
        return `${name} est libre : l’article D323-2-1 du code des relations entre le public et l’administration la nomme.`;
      case "source-available":
        return `${name} n’est pas libre : le code peut être lu, mais son usage, sa modification ou son partage sont restreints.`;
      case "on-no-list":
        return `${name} n’est pas retenue comme libre : ni l’Open Source Initiative ni le code des relations entre le public et l’administration (article D323-2-1) ne la nomment.`;
      case "proprietary":
        return "Ce n’est pas une licence libre : le logiciel est propriétaire.";
      case "empty":
        return "La licence n’est pas connue.";
      case "no-version":
        return `Il manque la version de la licence${suggestion(judgement)}.`;
      case "own-text":
        return "Cette licence a un texte qui lui est propre : il faut le lire pour savoir si elle est libre.";
      case "not-spdx":
        return `Cette licence n’est pas reconnue. Donnez son identifiant SPDX, par exemple AGPL-3.0-or-later ou MIT.`;
    }
  },
};
export type SharedTexts = typeof fr;

function suggestion(judgement: LicenceJudgement): string {
  const meant = judgement.verdict === "unknown" ? (judgement.suggestions ?? []) : [];
  return meant.length === 0 ? "" : ` (${meant.join(" ou ")})`;
}
