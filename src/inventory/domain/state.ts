import { daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";

export const STATES = ["planned", "pilot", "in-service", "leaving", "retired"] as const;
export type InstallationState = (typeof STATES)[number];

/** Forward, a cancelled plan may be retired, and what was to be left may stay after all. Nothing leaves `retired`. */
const NEXT: Readonly<Record<InstallationState, readonly InstallationState[]>> = {
  planned: ["pilot", "in-service", "retired"],
  pilot: ["in-service", "leaving", "retired"],
  "in-service": ["leaving", "retired"],
  leaving: ["in-service", "retired"],
  retired: [],
};

export function isState(value: unknown): value is InstallationState {
  return STATES.some((state) => state === value);
}

export function nextStates(state: InstallationState): readonly InstallationState[] {
  return NEXT[state];
}

/** States in which something new may be declared: what is gone already is not declared. */
export const DECLARABLE_STATES = ["planned", "pilot", "in-service", "leaving"] as const satisfies readonly InstallationState[];
export type DeclarableState = (typeof DECLARABLE_STATES)[number];

export type Standing = { readonly state: InstallationState; readonly inServiceOn: LocalDate | null; readonly retiredOn: LocalDate | null };
export type Move = { readonly to: InstallationState; readonly day: LocalDate };
export type MoveRefusal =
  | { readonly kind: "not-possible"; readonly from: InstallationState; readonly to: InstallationState }
  | { readonly kind: "day-in-future" }
  | { readonly kind: "day-before-service"; readonly inServiceOn: LocalDate };

/** Pure: the standing after a move. Coming back in service keeps the first day of service. */
export function moved(standing: Standing, { to, day }: Move, today: LocalDate): Result<Standing, MoveRefusal> {
  if (!NEXT[standing.state].includes(to)) return refused({ kind: "not-possible", from: standing.state, to });
  if (isLater(day, today)) return refused({ kind: "day-in-future" });
  const { inServiceOn, retiredOn } = standing;
  if (to === "retired") {
    if (inServiceOn !== null && isLater(inServiceOn, day)) return refused({ kind: "day-before-service", inServiceOn });
    return ok({ state: to, inServiceOn, retiredOn: day });
  }
  return ok({ state: to, inServiceOn: to === "in-service" ? (inServiceOn ?? day) : inServiceOn, retiredOn });
}

export function isLater(day: LocalDate, than: LocalDate): boolean {
  return daysBetween(than, day) > 0;
}

export type DayRefusal = { readonly kind: "day-in-future" } | { readonly kind: "not-in-service-yet" };

/** Pure: what is wrong with the day since which something is said to be in service. Nobody need know it. */
export function dayRefusal(state: InstallationState, day: LocalDate | null, today: LocalDate): DayRefusal | undefined {
  if (day === null) return undefined;
  if (state === "planned" || state === "pilot") return { kind: "not-in-service-yet" };
  return isLater(day, today) ? { kind: "day-in-future" } : undefined;
}
