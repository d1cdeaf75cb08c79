import { z } from "zod";
import { judgeLicence } from "#src/catalogue/public.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Cents } from "#src/kernel/money.ts";
import { type FormIssue, field } from "#src/platform/http/form.ts";
import { eurosAsTyped } from "#src/platform/ui/typed-values.ts";
import { COST_HEADINGS, COVERAGES, type Cost, type Coverage, type Examination, type KnockOutFinding } from "../domain/examination.ts";
import { type Gate, KNOCK_OUTS_AT, type KnockOut } from "../domain/gates.ts";
import type { Need } from "../domain/need.ts";

const LENGTH = { licence: 200, reason: 4_000, finding: 1_000, why: 1_000 } as const;
const MOST_YEARS = 20;
const VERDICTS = ["oui", "non"] as const;

/** Names of the fields, in the order of the page. */
export const names = {
  knockOut: (knockOut: KnockOut) => `eliminatoire-${knockOut}`,
  finding: (knockOut: KnockOut) => `constat-${knockOut}`,
  coverage: (requirementId: string) => `exigence-${requirementId}`,
  once: (heading: string) => `cout-${heading}`,
  yearly: (heading: string) => `an-${heading}`,
};

export type ExaminationFields = Readonly<Record<string, string | number | null>>;

export function costFields(): Record<string, z.ZodType<string | number | null>> {
  return {
    ...Object.fromEntries(
      COST_HEADINGS.flatMap((heading) => [
        [names.once(heading), field.optionalEuros()],
        [names.yearly(heading), field.optionalEuros()],
      ]),
    ),
    duree: field.optionalWholeNumber(1, MOST_YEARS),
  };
}

export function examinationSchema(gate: Gate, need: Need): z.ZodType<ExaminationFields> {
  const knockOuts = KNOCK_OUTS_AT[gate].flatMap((knockOut) => [
    [names.knockOut(knockOut), field.optionalChoice(VERDICTS)],
    [names.finding(knockOut), field.optionalText(LENGTH.finding)],
  ]);
  const coverage = gate === "in-house" ? [] : need.requirements.map(({ id }) => [names.coverage(id), field.optionalChoice(COVERAGES)]);
  const cost = gate === "in-house" ? {} : { ...costFields(), pret: field.optionalDay() };
  return z.object({
    ...(gate === "open-source" ? { licence: field.optionalLine(LENGTH.licence) } : {}),
    ...Object.fromEntries(knockOuts),
    ...Object.fromEntries(coverage),
    ...cost,
    avis: field.choice(["suitable", "rejected"]),
    raison: field.text(LENGTH.reason),
    pourquoi: field.optionalText(LENGTH.why),
  }) as unknown as z.ZodType<ExaminationFields>;
}

/** What no single field can tell: a refusal has its reason, a cost its years, a correction its why. */
export function examinationIssues(fields: ExaminationFields, gate: Gate, corrects: boolean): readonly FormIssue[] {
  return [
    ...(gate === "open-source" && fields[names.knockOut("licence")] === "oui" ? licenceIssues(fields.licence ?? null) : []),
    ...KNOCK_OUTS_AT[gate]
      .filter((knockOut) => fields[names.knockOut(knockOut)] === "non" && fields[names.finding(knockOut)] === null)
      .map((knockOut) => ({ field: names.finding(knockOut), code: "needs-reason" })),
    ...costIssues(fields),
    ...(corrects && fields.pourquoi === null ? [{ field: "pourquoi", code: "needs-why" }] : []),
  ];
}

/** What is called free, or published by the authority, is free by its licence: OSI-approved, or on the French decree's list. */
export function licenceIssues(licence: string | number | null): readonly FormIssue[] {
  const { verdict } = judgeLicence(String(licence ?? ""));
  return verdict === "free" ? [] : [{ field: "licence", code: verdict === "unknown" ? "not-spdx" : "not-free" }];
}

export function costIssues(fields: ExaminationFields): readonly FormIssue[] {
  const costed = COST_HEADINGS.some((heading) => fields[names.once(heading)] != null || fields[names.yearly(heading)] != null);
  return costed && fields.duree === null ? [{ field: "duree", code: "cost-years" }] : [];
}

export function examinationOf(fields: ExaminationFields, gate: Gate, need: Need): Examination {
  return {
    licence: fields.licence == null ? null : String(fields.licence),
    knockOuts: Object.fromEntries(KNOCK_OUTS_AT[gate].flatMap((knockOut) => findingOf(fields, knockOut))),
    coverage: Object.fromEntries(need.requirements.flatMap(({ id }) => coverageOf(fields, id))),
    cost: costOf(fields),
    readyOn: (fields.pret ?? null) as LocalDate | null,
    opinion: fields.avis === "suitable" ? "suitable" : "rejected",
    reason: String(fields.raison),
  };
}

function findingOf(fields: ExaminationFields, knockOut: KnockOut): readonly (readonly [KnockOut, KnockOutFinding])[] {
  const verdict = fields[names.knockOut(knockOut)];
  if (verdict == null) return [];
  return [[knockOut, { passes: verdict === "oui", reason: String(fields[names.finding(knockOut)] ?? "") }]];
}

function coverageOf(fields: ExaminationFields, id: string): readonly (readonly [string, Coverage])[] {
  const coverage = COVERAGES.find((each) => each === fields[names.coverage(id)]);
  return coverage === undefined ? [] : [[id, coverage]];
}

/** Null where no line was filled: not costed is not free of charge. A line of zero says it costs nothing. */
export function costOf(fields: ExaminationFields): Cost | null {
  const amount = (name: string): Cents => (typeof fields[name] === "number" ? (fields[name] as Cents) : 0);
  const filled = COST_HEADINGS.filter((heading) => fields[names.once(heading)] != null || fields[names.yearly(heading)] != null);
  if (filled.length === 0 || typeof fields.duree !== "number") return null;
  return {
    years: fields.duree,
    lines: filled.map((heading) => ({ heading, once: amount(names.once(heading)), yearly: amount(names.yearly(heading)) })),
  };
}

/** An examination as its form shows it. */
export function examinationAsTyped(examination: Examination): Readonly<Record<string, string>> {
  return {
    licence: examination.licence ?? "",
    ...Object.fromEntries(
      Object.entries(examination.knockOuts).flatMap(([knockOut, { passes, reason }]) => [
        [names.knockOut(knockOut as KnockOut), passes ? "oui" : "non"],
        [names.finding(knockOut as KnockOut), reason],
      ]),
    ),
    ...Object.fromEntries(Object.entries(examination.coverage).map(([id, coverage]) => [names.coverage(id), coverage])),
    ...costAsTyped(examination.cost),
    pret: examination.readyOn ?? "",
    avis: examination.opinion,
    raison: examination.reason,
  };
}

export function costAsTyped(cost: Cost | null): Readonly<Record<string, string>> {
  if (cost === null) return {};
  const lines = cost.lines.flatMap(({ heading, once, yearly }) => [
    [names.once(heading), eurosAsTyped(once)],
    [names.yearly(heading), eurosAsTyped(yearly)],
  ]);
  return { ...Object.fromEntries(lines), duree: String(cost.years) };
}
