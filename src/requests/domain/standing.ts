import { addDays, daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import type { UseOutcome } from "./entries.ts";
import type { Summary, WaitsFor } from "./summary.ts";

/** What a summary says of where its request stands. `targetDays`: the authority's target for the gate of the summary. */
export type StandingFacts = Pick<
  Summary,
  "state" | "gate" | "since" | "dueOn" | "waitsFor" | "solution" | "usedSince" | "confirmOn" | "confirmed"
> & { readonly targetDays: number | null };

/** Where a request stands on a given day, as facts that a page puts into words. */
export type Standing =
  /** Day `day` of the `of` that the gate may take; the day when it opened is the first. */
  | { readonly kind: "searching"; readonly gate: number; readonly day: number; readonly of: number; readonly waitsFor: WaitsFor }
  | { readonly kind: "to-countersign"; readonly gate: number; readonly days: number }
  /** The gate should have been left `days` ago. */
  | { readonly kind: "late"; readonly gate: number; readonly days: number; readonly waitsFor: WaitsFor }
  | { readonly kind: "decided"; readonly gate: number; readonly on: LocalDate }
  | { readonly kind: "in-use"; readonly since: LocalDate; readonly confirm: "later" | "due" | UseOutcome }
  | { readonly kind: "unmet"; readonly on: LocalDate }
  | { readonly kind: "withdrawn"; readonly on: LocalDate };

export function standingOf(facts: StandingFacts, today: LocalDate): Standing {
  const { state, since, dueOn, usedSince } = facts;
  const gate = facts.gate ?? 0;
  if (state === "withdrawn" || state === "unmet") return { kind: state, on: since };
  if (state === "settled")
    return usedSince === null
      ? { kind: "decided", gate, on: since }
      : { kind: "in-use", since: usedSince, confirm: confirmationOf(facts, today) };
  const waitsFor = facts.waitsFor ?? "reviewer";
  const late = dueOn === null ? 0 : daysBetween(dueOn, today);
  if (late > 0) return { kind: "late", gate, days: late, waitsFor };
  if (state === "to-countersign") return { kind: "to-countersign", gate, days: Math.max(0, daysBetween(since, today)) };
  const opened = openedOn(facts);
  const of = Math.max(1, dueOn === null ? 0 : daysBetween(opened, dueOn));
  return { kind: "searching", gate, day: Math.min(Math.max(0, daysBetween(opened, today)) + 1, of), of, waitsFor };
}

/** True when somebody should say whether the solution does, in use, what was decided. */
export function isToConfirm(facts: Pick<Summary, "usedSince" | "confirmOn" | "confirmed">, today: LocalDate): boolean {
  return facts.usedSince !== null && facts.confirmed === null && facts.confirmOn !== null && facts.confirmOn <= today;
}

function confirmationOf(facts: StandingFacts, today: LocalDate): "later" | "due" | UseOutcome {
  if (facts.confirmed !== null) return facts.confirmed as UseOutcome;
  return isToConfirm(facts, today) ? "due" : "later";
}

/** A summary keeps when its gate is due. `since` moves when a conclusion is sent back, and the target may have changed: the earlier day is nearer the truth. */
function openedOn({ since, dueOn, targetDays }: StandingFacts): LocalDate {
  if (dueOn === null || targetDays === null) return since;
  const opened = addDays(dueOn, -targetDays);
  return opened < since ? opened : since;
}
