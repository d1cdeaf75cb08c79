import type { Language } from "#src/kernel/language.ts";
import type { CatalogueImport } from "../db/imports.ts";
import { OUTCOMES, type ReportLine } from "../domain/statement.ts";
import { sourceTexts } from "../texts.ts";
import type { GatherRefusal } from "../usecases/gather-files.ts";
import type { FileProblem } from "../usecases/read-source.ts";
import { sourcePagesTexts } from "./texts.ts";

/** Why a line of the report is as it is: what was written for machines, in words. What has no words is shown as it is. */
export function detailInWords({ outcome, detail }: Pick<ReportLine, "outcome" | "detail">, language: Language): string {
  if (detail === null) return "";
  if (outcome === "skipped") return skippedInWords(detail, language);
  return detail
    .split(" | ")
    .map((part) => evidenceInWords(part, language) ?? warningsInWords(part, language))
    .join(" ");
}

function skippedInWords(detail: string, language: Language): string {
  const t = sourcePagesTexts(language);
  const [, where = "", kind = "", more] = /^(.*?): ([a-z-]+)(?:: (.*))?$/s.exec(detail) ?? [];
  if (kind === "") return detail;
  const why = t.reasons[more ?? kind] ?? t.reasons[kind] ?? kind;
  return t.skippedAt(where, why);
}

function evidenceInWords(part: string, language: Language): string | undefined {
  const t = sourcePagesTexts(language);
  const [, kind = "", value = ""] = /^([a-z-]+) (.+)$/s.exec(part) ?? [];
  const evidence = t.evidence[kind];
  return evidence === undefined ? undefined : t.joinedBy(evidence, value);
}

function warningsInWords(part: string, language: Language): string {
  const t = sourcePagesTexts(language);
  return part
    .split("; ")
    .map((warning) => {
      const [, field = warning, problem = ""] = /^(.+): ([a-z-]+)$/s.exec(warning) ?? [];
      return t.leftOut(t.fields[field] ?? field, t.problems[problem] ?? t.otherProblem);
    })
    .join(" ");
}

/** « 12 créés, 3 rattachés » would need genders: « créé : 12 · rattaché : 3 », of what happened at all. */
export function countsInWords(counts: CatalogueImport, language: Language): string {
  const { outcomes } = sourceTexts(language);
  const colon = language === "fr" ? "\u00a0: " : ": ";
  return OUTCOMES.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${outcomes[outcome]}${colon}${counts[outcome].toLocaleString(language === "fr" ? "fr-FR" : "en-GB")}`)
    .join(" · ");
}

/** What was wrong with the files of an import. */
export function problemsInWords(problems: unknown, language: Language): readonly string[] {
  const t = sourceTexts(language);
  return (Array.isArray(problems) ? (problems as readonly (FileProblem | GatherRefusal)[]) : []).map((problem) =>
    "problem" in problem ? t.problem(problem) : t.refusal(problem),
  );
}

export function failureInWords(failure: string, language: Language): string {
  const t = sourcePagesTexts(language);
  return t.failures[failure] ?? t.otherFailure;
}

/** Why a source could not be read again: a code of ours, or one of the fetch with the server's status. */
export function sourceFailureInWords(failure: string, url: string | null, language: Language): string {
  const known = sourcePagesTexts(language).failures[failure];
  const [, reason, status] = /^([a-z-]+)(?: (\d{3}))?$/.exec(failure) ?? [];
  if (known !== undefined || reason === undefined) return known ?? sourcePagesTexts(language).otherFailure;
  return sourceTexts(language).refusal({
    kind: "not-fetched",
    place: url ?? "",
    reason,
    status: status === undefined ? null : Number(status),
  });
}
