import { writeCsv } from "hucre/csv";
import type { Language } from "#src/kernel/language.ts";
import type { ReportLine } from "./domain/statement.ts";
import { en } from "./texts.en.ts";
import { fr, type SourceTexts } from "./texts.fr.ts";
import type { PlaceRefusal } from "./usecases/import-place.ts";
import type { FileProblem } from "./usecases/read-source.ts";

export function sourceTexts(language: Language): SourceTexts {
  return language === "en" ? en : fr;
}

/** Why nothing was imported. */
export function refusalInWords(refusal: PlaceRefusal, language: Language = "fr"): string {
  const t = sourceTexts(language);
  if (refusal.kind !== "nothing-readable") return t.refusal(refusal);
  return [t.nothingReadable, ...refusal.problems.map((problem) => t.problem(problem))].join("\n");
}

export function problemInWords(problem: FileProblem, language: Language = "fr"): string {
  return sourceTexts(language).problem(problem);
}

/** A report line by line, for French spreadsheets: semicolons, and the mark of UTF-8. */
export function reportAsCsv(lines: readonly ReportLine[], language: Language = "fr"): string {
  const t = sourceTexts(language);
  const header = [t.columns.outcome, t.columns.name, t.columns.slug, t.columns.key, t.columns.detail];
  const rows = lines.map(({ outcome, name, slug, key, detail }) => [t.outcomes[outcome], name, slug, key, detail]);
  return writeCsv([header, ...rows], { delimiter: ";", bom: true, escapeFormulae: true });
}
