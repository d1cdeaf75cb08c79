import type { SourceTexts } from "./texts.fr.ts";

const REASONS: Readonly<Record<string, string>> = {
  "not-http": "only http and https addresses are read",
  "not-an-address": "this is no address that can be read",
  "private-address": "it leads to a private network, which is never called",
  "unknown-host": "this server name is unknown",
  refused: "the server refuses the connection",
  timeout: "the server does not answer quickly enough",
  "too-large": "the file is too large",
  "too-many-redirects": "too many redirections",
  "http-status": "the server answers with an error",
  "broken-off": "the answer breaks off before its end",
  tls: "the connection is not safe",
};

export const en: SourceTexts = {
  refusal: (refusal) => {
    switch (refusal.kind) {
      case "no-such-file":
        return `There is no such file: ${refusal.place}`;
      case "too-large":
        return `This file is larger than ${Math.round(refusal.most / 1_048_576)} MB: ${refusal.place}`;
      case "not-fetched":
        return `${refusal.place} could not be read: ${REASONS[refusal.reason] ?? refusal.reason}${refusal.status === null ? "" : ` (${refusal.status})`}.`;
    }
  },
  nothingReadable: "Nothing could be read.",
  problem: ({ file, problem }) => {
    switch (problem.kind) {
      case "empty":
        return `${file}: the file is empty.`;
      case "too-large":
        return `${file}: the file is larger than ${Math.round(problem.most / 1_048_576)} MB.`;
      case "too-deep":
        return `${file}: lists are nested too deep (line ${problem.line}).`;
      case "too-many-values":
        return `${file}: the file holds too many values (line ${problem.line}).`;
      case "unreadable":
        return `${file}: the file cannot be read (line ${problem.line}).`;
      case "references":
        return `${file}: internal references are forbidden (line ${problem.line}).`;
      case "encoding":
        return `${file}: read as Windows-1252, as it is not UTF-8.`;
      case "control-characters":
        return `${file}: ${problem.count} control characters were removed.`;
      case "truncated":
        return `${file}: the file breaks off on line ${problem.line}; its first ${problem.kept} records were kept.`;
      case "several-documents":
        return `${file}: several documents; the first was read.`;
      case "no-file":
        return "No file to read.";
      case "one-too-many":
        return `${file}: one file too many.`;
    }
  },
  columns: { outcome: "Outcome", name: "Name", slug: "Software of the catalogue", key: "Identifier at the source", detail: "Why" },
  outcomes: { created: "created", joined: "joined", updated: "updated", unchanged: "unchanged", skipped: "left out" },
};
