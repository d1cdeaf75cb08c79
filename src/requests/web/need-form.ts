import { z } from "zod";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type FormIssue, type FormValues, field, type Parsed, parseForm } from "#src/platform/http/form.ts";
import { eurosAsTyped } from "#src/platform/ui/typed-values.ts";
import { IMPORTANCES, type Importance, NEED_LIMITS, type Need, PERSONAL_DATA, type Requirement } from "../domain/need.ts";

/** What is asked first: the need in the requester's words, and for whom. */
const first = {
  titre: field.line(NEED_LIMITS.title),
  besoin: field.text(NEED_LIMITS.words),
  service: field.id(),
  agents: field.optionalWholeNumber(1, 1_000_000),
};
/** What is asked next: constraints and requirements. */
const next = {
  echeance: field.optionalDay(),
  actuel: field.optionalText(NEED_LIMITS.usedToday),
  budget: field.optionalEuros(),
  annees: field.optionalWholeNumber(1, NEED_LIMITS.budgetYears),
  donnees: field.choices(PERSONAL_DATA),
  public: field.flag(),
  avec: field.optionalText(NEED_LIMITS.mustRunWith),
  essentielles: field.optionalText(NEED_LIMITS.requirement * NEED_LIMITS.requirements),
  utiles: field.optionalText(NEED_LIMITS.requirement * NEED_LIMITS.requirements),
};

export const FIRST_FIELDS = Object.keys(first);
export const NEXT_FIELDS = Object.keys(next);

export function parseFirst(form: FormValues): Parsed<z.infer<z.ZodObject<typeof first>>> {
  return parseForm(z.object(first), form);
}

export function parseNext(form: FormValues): Parsed<z.infer<z.ZodObject<typeof next>>> {
  return parseForm(z.object(next), form);
}

/** The whole need. Requirements that keep their words keep their identifier, hence what was judged of them. */
export function parseNeed(form: FormValues, today: LocalDate, known: readonly Requirement[] = []): Parsed<Need> {
  const parsed = parseForm(z.object({ ...first, ...next }), form);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const requirements = requirementsOf({ essential: value.essentielles, useful: value.utiles }, known);
  const issues = [
    ...(value.echeance !== null && value.echeance < today ? [{ field: "echeance", code: "past" }] : []),
    ...(value.budget !== null && value.annees === null ? [{ field: "annees", code: "budget-years" }] : []),
    ...(value.budget === null && value.annees !== null ? [{ field: "budget", code: "years-budget" }] : []),
    ...requirementIssues(requirements, value.essentielles !== null ? "essentielles" : "utiles"),
  ];
  if (issues.length > 0) return { ok: false, error: issues };
  const need: Need = {
    title: value.titre,
    words: value.besoin,
    departmentId: value.service,
    users: value.agents,
    neededBy: value.echeance as LocalDate | null,
    usedToday: value.actuel,
    budget: value.budget === null || value.annees === null ? null : { cents: value.budget, years: value.annees },
    personalData: value.donnees,
    openToPublic: value.public,
    mustRunWith: value.avec,
    requirements,
  };
  return { ok: true, value: need };
}

function requirementIssues(requirements: readonly Requirement[], place: string): readonly FormIssue[] {
  if (requirements.length > NEED_LIMITS.requirements) return [{ field: place, code: "too-many-requirements" }];
  return requirements.some(({ text }) => text.length > NEED_LIMITS.requirement) ? [{ field: place, code: "requirement-too-long" }] : [];
}

function requirementsOf(typed: Readonly<Record<Importance, string | null>>, known: readonly Requirement[]): readonly Requirement[] {
  const seen = new Set<string>();
  const lines = IMPORTANCES.flatMap((importance) => linesOf(typed[importance]).map((text) => ({ text, importance }))).filter(({ text }) => {
    const key = text.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
  let last = Math.max(0, ...known.map(({ id }) => Number(id.slice(1))));
  return lines.map(({ text, importance }) => {
    const same = known.find((requirement) => requirement.text.toLowerCase() === text.toLowerCase());
    return { id: same?.id ?? `r${++last}`, text, importance };
  });
}

/** One requirement a line; the dashes and numbers that people put before them are theirs, not part of it. */
function linesOf(text: string | null): readonly string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, "").trim())
    .filter((line) => line !== "");
}

/** The need as its form shows it. */
export function needAsTyped(need: Need): Readonly<Record<string, string | readonly string[]>> {
  const linesFor = (wanted: Importance): string =>
    need.requirements
      .filter(({ importance }) => importance === wanted)
      .map(({ text }) => text)
      .join("\n");
  return {
    titre: need.title,
    besoin: need.words,
    service: need.departmentId,
    agents: need.users === null ? "" : String(need.users),
    echeance: need.neededBy ?? "",
    actuel: need.usedToday ?? "",
    budget: need.budget === null ? "" : eurosAsTyped(need.budget.cents),
    annees: need.budget === null ? "" : String(need.budget.years),
    donnees: need.personalData,
    public: need.openToPublic ? "oui" : "",
    avec: need.mustRunWith ?? "",
    essentielles: linesFor("essential"),
    utiles: linesFor("useful"),
  };
}
