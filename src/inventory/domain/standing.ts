import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationState, isLater } from "./state.ts";

/** Since when an installation stands in a state. A history is in order: the last one is where it stands now. */
export type Stood = { readonly since: LocalDate; readonly state: InstallationState };

/** Pure: what a declaration says of its past. What is already being left was in service first. */
export function stoodAtDeclaration(state: InstallationState, inServiceOn: LocalDate | null, day: LocalDate): readonly Stood[] {
  if (state === "in-service") return [{ since: inServiceOn ?? day, state }];
  if (state === "leaving" && inServiceOn !== null)
    return [
      { since: inServiceOn, state: "in-service" },
      { since: day, state },
    ];
  return [{ since: day, state }];
}

/** Pure: the history after a move said to be of that day. What was noted for later days did not happen. */
export function stoodAfter(history: readonly Stood[], to: InstallationState, day: LocalDate): readonly Stood[] {
  return [...history.filter(({ since }) => !isLater(since, day)), { since: day, state: to }];
}

/** Pure: the history once the first day of service is corrected. Nothing that follows service comes before it, nor what precedes after. */
export function stoodSince(history: readonly Stood[], inServiceOn: LocalDate): readonly Stood[] {
  const first = history.findIndex(({ state }) => state === "in-service");
  const before = (first === -1 ? [] : history.slice(0, first)).filter(({ since }) => !isLater(since, inServiceOn));
  const after = first === -1 ? history : history.slice(first + 1);
  const later = after.map((stood) => (isLater(inServiceOn, stood.since) ? { ...stood, since: inServiceOn } : stood));
  return [...before, { since: inServiceOn, state: "in-service" }, ...later];
}
