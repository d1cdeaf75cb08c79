import { formatDate, formatMoney } from "#src/platform/ui/format.ts";
import type { Obstacle } from "../domain/candidates.ts";
import type { Evidence } from "../domain/evidence.ts";
import { fr as words } from "./words.fr.ts";

/** One sentence for each kind of fact, made from the fact. */
export type Sentences<Fact extends { readonly kind: string }> = {
  readonly [K in Fact["kind"]]: (fact: Extract<Fact, { kind: K }>) => string;
};

/** What must be there before a gate is concluded. */
export const evidence: Sentences<Evidence> = {
  "need-structured": () => "Le besoin est structuré par un instructeur",
  search: ({ count }) =>
    count === 0 ? "Au moins une recherche est faite" : count === 1 ? "Une recherche est faite" : `${count} recherches sont faites`,
  "candidate-examined": ({ name }) => `${name} est examiné`,
  "candidate-rejected": ({ name }) => `${name} est examiné et écarté, avec une raison`,
  "candidate-suitable": ({ name }) => `${name} est examiné et jugé convenable`,
  "no-obstacle": ({ done, open, name }) =>
    done
      ? `Rien ne s’oppose à ${name}`
      : open === 1
        ? `Un point s’oppose encore à ${name}`
        : open === 0
          ? `${name} est examiné`
          : `${open} points s’opposent encore à ${name}`,
  study: () => "Une étude de faisabilité est faite",
  "study-complete": ({ missing }) =>
    missing.length === 0
      ? "L’étude est complète\u00a0: coût, date, deux postes pour maintenir, licence, dépôt public"
      : `L’étude est complète\u00a0: il manque ${missing.map((gap) => words.studyGaps[gap]).join(", ")}`,
  "study-says": ({ feasible }) => (feasible ? "L’étude conclut que c’est faisable" : "L’étude conclut que ce n’est pas faisable"),
};

/** What stands in the way of retaining a candidate. */
export const obstacles: Sentences<Obstacle> = {
  "knock-out": ({ knockOut, judged }) => `${words.knockOuts[knockOut]}\u00a0: ${judged ? "non satisfait" : "à évaluer"}`,
  requirement: ({ requirement, coverage }) =>
    `Exigence essentielle ${coverage === null ? "non évaluée" : coverage === "partial" ? "couverte en partie" : "non couverte"}\u00a0: ${requirement.text}`,
  "over-budget": ({ cents, budget, years }) =>
    `Coût de ${formatMoney(cents, "fr")} HT sur ${years === 1 ? "1\u00a0an" : `${years}\u00a0ans`}, pour un budget de ${formatMoney(budget, "fr")} HT`,
  "cost-unknown": () => "Coût à estimer\u00a0: un budget est fixé",
  "too-late": ({ readyOn, neededBy }) =>
    `En service au plus tôt le ${formatDate(readyOn, "fr")}, pour un besoin au ${formatDate(neededBy, "fr")}`,
  "date-unknown": () => "Date de mise en service à estimer\u00a0: une date est voulue",
};

export const fr = { evidence, obstacles };
export type RequestSentences = typeof fr;
