import type { RecordPageTexts } from "./record-page-texts.fr.ts";

export const en: RecordPageTexts = {
  requests: "Requests",
  record: "Decision record",
  downloads: "Take this record",
  formats: { pdf: "PDF", odt: "ODT", json: "JSON" },
  formatsHint: { pdf: "to read, print and archive (PDF/A-2a)", odt: "to reuse the text", json: "to check the hash and reuse the data" },
  schema: "The JSON file follows a schema published by this service:",
  publicVersion: "See the public version",
  decidedOn: (date) => `Decided on ${date}`,
  gateConclusion: (conclusion, date) => `${conclusion}, on ${date}`,
  publicTitle: (authority) => `${authority}: decisions on software`,
  publicLead:
    "Each request for software passes four gates, in order: what is already in service, free software, proprietary software, in-house development. Here is what was decided, and why.",
  search: "Find a decision",
  tableCaption: "Decisions, the newest first",
  columns: { decision: "Need", outcome: "Decision", on: "Taken on" },
  noun: { one: "decision", other: "decisions" },
  builtInHouse: "Built in house",
  unmet: "Unmet need",
  outcomeAt: (solution, gate) => `${solution} (${gate.toLowerCase()})`,
  emptyTitle: "No decision yet",
  emptyText: "Decisions taken by the authority will appear here, each with its complete record.",
  nothingFound: "No decision matches",
  nothingFoundText: "Try another word, or the number of a decision.",
  allDecisions: "See all decisions",
};
