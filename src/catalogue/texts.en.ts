import type { SharedTexts } from "./texts.fr.ts";

export const en: SharedTexts = {
  why: (why) => {
    switch (why.kind) {
      case "name":
        return `is called ${why.name}`;
      case "term":
        return `serves for: ${why.term}`;
      case "likeness":
        return `“${why.typed}” looks like “${why.read}”`;
      case "replaces":
        return `can replace ${why.product}`;
      case "same-use":
        return `same uses as ${why.product}`;
      case "function":
        return why.synonym === why.label.en ? `function: ${why.label.en}` : `function: ${why.label.en} (“${why.synonym}”)`;
      case "category":
        return `category: ${why.label.en}`;
      case "description":
        return `its description has ${why.words.map((word) => `“${word}”`).join(", ")}`;
    }
  },
  licence: (judgement) => {
    const name = judgement.spdx === undefined ? "This licence" : `The licence ${judgement.spdx}`;
    switch (judgement.reason) {
      case "osi-approved":
        return `${name} is free: the Open Source Initiative approves it.`;
      case "french-decree":
        return `${name} is free: article D323-2-1 of the French code of relations between the public and the administration names it.`;
      case "source-available":
        return `${name} is not free: the source can be read, but its use, change or sharing are restricted.`;
      case "on-no-list":
        return `${name} is not taken as free: neither the Open Source Initiative nor French law (CRPA, article D323-2-1) names it.`;
      case "proprietary":
        return "This is no free licence: the software is proprietary.";
      case "empty":
        return "The licence is not known.";
      case "no-version": {
        const meant = judgement.verdict === "unknown" ? (judgement.suggestions ?? []) : [];
        return `The version of the licence is missing${meant.length === 0 ? "" : ` (${meant.join(" or ")})`}.`;
      }
      case "own-text":
        return "This licence has a text of its own: it must be read to know whether it is free.";
      case "not-spdx":
        return "This licence is not recognised. Give its SPDX identifier, for example AGPL-3.0-or-later or MIT.";
    }
  },
};
