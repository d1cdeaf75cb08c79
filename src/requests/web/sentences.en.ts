import { formatDate, formatMoney } from "#src/platform/ui/format.ts";
import type { RequestSentences } from "./sentences.fr.ts";
import { en as words } from "./words.en.ts";

export const en: RequestSentences = {
  evidence: {
    "need-structured": () => "The need is structured by a reviewer",
    search: ({ count }) =>
      count === 0 ? "At least one search is made" : count === 1 ? "One search is made" : `${count} searches are made`,
    "candidate-examined": ({ name }) => `${name} is examined`,
    "candidate-rejected": ({ name }) => `${name} is examined and rejected, with a reason`,
    "candidate-suitable": ({ name }) => `${name} is examined and found suitable`,
    "no-obstacle": ({ done, open, name }) =>
      done
        ? `Nothing stands in the way of ${name}`
        : open === 1
          ? `One point still stands in the way of ${name}`
          : open === 0
            ? `${name} is examined`
            : `${open} points still stand in the way of ${name}`,
    study: () => "A feasibility study is made",
    "study-complete": ({ missing }) =>
      missing.length === 0
        ? "The study is complete: cost, date, two posts to maintain it, licence, public repository"
        : `The study is complete: it lacks ${missing.map((gap) => words.studyGaps[gap]).join(", ")}`,
    "study-says": ({ feasible }) => (feasible ? "The study concludes that it can be done" : "The study concludes that it cannot be done"),
  },
  obstacles: {
    "knock-out": ({ knockOut, judged }) => `${words.knockOuts[knockOut]}: ${judged ? "not met" : "to be assessed"}`,
    requirement: ({ requirement, coverage }) =>
      `Essential requirement ${coverage === null ? "not assessed" : coverage === "partial" ? "partly covered" : "not covered"}: ${requirement.text}`,
    "over-budget": ({ cents, budget, years }) =>
      `Cost of ${formatMoney(cents, "en")} excluding tax over ${years === 1 ? "1 year" : `${years} years`}, for a budget of ${formatMoney(budget, "en")}`,
    "cost-unknown": () => "Cost to be estimated: a budget is set",
    "too-late": ({ readyOn, neededBy }) =>
      `In service on ${formatDate(readyOn, "en")} at the earliest, for a need by ${formatDate(neededBy, "en")}`,
    "date-unknown": () => "Date of service to be estimated: a date is set",
  },
};
