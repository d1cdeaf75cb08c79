import { addDays, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { USUAL_REASONS } from "../data/words.ts";
import { firstOfMonth, workingDay } from "./days.ts";
import {
  type Cost,
  type CostHeading,
  type Coverage,
  type Examination,
  type Gate,
  KNOCK_OUTS_AT,
  type KnockOut,
  type KnockOutFinding,
  type Need,
  type Study,
} from "./doors.ts";
import type { CostFacts, Findings, NeedFacts, StudyFacts } from "./story.ts";

/** The day that many days after the submission. */
export function dayAfter(submitted: Date, days: number): LocalDate {
  return addDays(dayOf(submitted), days);
}

/** A requirement keeps its identifier, hence what was judged of it, as long as it keeps its words. */
export function needFrom(facts: NeedFacts, submitted: Date, departmentId: DepartmentId, requirementIds: Map<string, string>): Need {
  const requirement = (importance: "essential" | "useful") => (text: string) => {
    const id = requirementIds.get(text) ?? `r${requirementIds.size + 1}`;
    requirementIds.set(text, id);
    return { id, text, importance };
  };
  return {
    title: facts.title,
    words: facts.words,
    departmentId,
    users: facts.users ?? null,
    neededBy: facts.neededIn === undefined ? null : firstOfMonth(dayAfter(submitted, facts.neededIn)),
    usedToday: facts.usedToday ?? null,
    budget: facts.budget === undefined ? null : { cents: facts.budget[0] * 100, years: facts.budget[1] },
    personalData: facts.personalData ?? [],
    openToPublic: facts.openToPublic ?? false,
    mustRunWith: facts.mustRunWith ?? null,
    requirements: [...(facts.essential ?? []).map(requirement("essential")), ...(facts.useful ?? []).map(requirement("useful"))],
  };
}

const COVERAGES: Readonly<Record<string, Coverage>> = { F: "full", P: "partial", N: "none" };

export function coverageFrom(covers: string, { requirements }: Need): Readonly<Record<string, Coverage>> {
  if (covers.length !== requirements.length)
    throw new Error(`${covers} judges ${covers.length} requirements out of ${requirements.length}`);
  return Object.fromEntries(
    requirements.flatMap(({ id }, index) => {
      const coverage = COVERAGES[covers.charAt(index)];
      return coverage === undefined ? [] : [[id, coverage]];
    }),
  );
}

const YEARS = 5;

export function costFrom(facts: CostFacts): Cost {
  const entries = Object.entries(facts) as readonly [CostHeading, readonly [number, number]][];
  return { years: YEARS, lines: entries.map(([heading, [once, yearly]]) => ({ heading, once: once * 100, yearly: yearly * 100 })) };
}

type Examined = { readonly gate: Gate; readonly name: string; readonly licence: string | null };
type Opinion = Pick<Examination, "opinion" | "reason">;

export function examinationFrom(findings: Findings, opinion: Opinion, candidate: Examined, need: Need, submitted: Date): Examination {
  const { covers, cost, readyIn } = findings;
  const licence = candidate.gate === "open-source" && covers !== undefined ? (findings.licence ?? candidate.licence) : null;
  const knockOuts = KNOCK_OUTS_AT[candidate.gate].filter((knockOut) => knockOut !== "licence" || licence !== null);
  return {
    licence,
    knockOuts: Object.fromEntries(knockOuts.flatMap((knockOut) => judged(knockOut, findings, { ...candidate, licence }))),
    coverage: covers === undefined ? {} : coverageFrom(covers, need),
    cost: cost === undefined ? null : costFrom(cost),
    readyOn: readyIn === undefined ? null : workingDay(dayAfter(submitted, readyIn)),
    ...opinion,
  };
}

/** What the story says of a knock-out; else, where the candidate was examined whole, one of the usual reasons to pass. */
function judged(
  knockOut: KnockOut,
  { covers, fails = {}, passes = {} }: Findings,
  { name, licence }: Examined,
): [KnockOut, KnockOutFinding][] {
  const failure = fails[knockOut];
  if (failure !== undefined) return [[knockOut, { passes: false, reason: failure }]];
  const usual = USUAL_REASONS[knockOut];
  const reason =
    passes[knockOut] ?? (covers === undefined ? undefined : usual[name.length % usual.length]?.replace("{licence}", licence ?? ""));
  return reason === undefined ? [] : [[knockOut, { passes: true, reason }]];
}

export function studyFrom({ feasible, summary, cost, readyIn, maintainers = [], licence, repository }: StudyFacts, submitted: Date): Study {
  return {
    feasible,
    summary,
    cost: cost === undefined ? null : costFrom(cost),
    readyOn: readyIn === undefined ? null : workingDay(dayAfter(submitted, readyIn)),
    maintainers,
    licence: licence ?? null,
    repository: repository ?? null,
  };
}
