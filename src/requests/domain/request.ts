import { type ContentOf, type Entry, isKind } from "./entries.ts";
import { GATES, type Gate } from "./gates.ts";
import type { Need } from "./need.ts";

/** A department's request, as its entries tell it. */
export type SoftwareRequest = {
  readonly id: string;
  /** "2026-041": year of submission, and number within the authority and the year. */
  readonly reference: string;
  readonly departmentId: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
  readonly round: number;
  readonly previousId: string | null;
  readonly entries: readonly Entry[];
};

export type Conclusion = Entry<ContentOf<"gate-concluded">>;

/** Where a request stands. `opened`: when its gate did; `since`: when it came to this very state. */
export type Progress =
  | { readonly status: "searching"; readonly gate: Gate; readonly opened: Date; readonly since: Date }
  | { readonly status: "to-countersign"; readonly gate: Gate; readonly opened: Date; readonly since: Date; readonly conclusion: Conclusion }
  | { readonly status: "settled"; readonly gate: Gate; readonly since: Date; readonly conclusion: Conclusion }
  | { readonly status: "unmet"; readonly since: Date; readonly conclusion: Conclusion }
  | { readonly status: "withdrawn"; readonly gate: Gate; readonly since: Date };

/** Where the procedure stands. Derived, never stored: the entries are the whole truth. */
export function progressOf({ entries, submittedAt }: SoftwareRequest): Progress {
  return entries.reduce<Progress>(advance, { status: "searching", gate: GATES[0], opened: submittedAt, since: submittedAt });
}

function advance(before: Progress, entry: Entry): Progress {
  if (before.status === "settled" || before.status === "unmet" || before.status === "withdrawn") return before;
  if (isKind(entry, "withdrawn")) return { status: "withdrawn", gate: before.gate, since: entry.at };
  if (isKind(entry, "gate-concluded")) return concluded(before, entry);
  if (before.status === "to-countersign" && isKind(entry, "returned")) return { ...before, status: "searching", since: entry.at };
  if (before.status === "to-countersign" && isKind(entry, "countersigned")) return left(before.gate, before.conclusion, entry.at);
  return before;
}

function concluded(before: Extract<Progress, { opened: Date }>, conclusion: Conclusion): Progress {
  // A correction of a gate already left rewords its statement; it moves nothing.
  if (conclusion.content.gate !== before.gate) return before;
  if (needsCountersignature(conclusion))
    return { status: "to-countersign", gate: before.gate, opened: before.opened, since: conclusion.at, conclusion };
  return left(before.gate, conclusion, conclusion.at);
}

/** Leaving gate 2 or 3 without a solution, and every decision (PROCEDURE: a statement of impossibility, the decision). */
export function needsCountersignature({ content: { gate, verdict } }: Conclusion): boolean {
  return verdict.kind === "retained" || gate !== "in-house";
}

function left(gate: Gate, conclusion: Conclusion, at: Date): Progress {
  if (conclusion.content.verdict.kind === "retained") return { status: "settled", gate, since: at, conclusion };
  const next = GATES[GATES.indexOf(gate) + 1];
  return next === undefined ? { status: "unmet", since: at, conclusion } : { status: "searching", gate: next, opened: at, since: at };
}

/** True for a countersignature that takes the decision: a solution is retained, or the need is recorded as unmet. */
export function isDecision({ content: { gate, verdict } }: Conclusion): boolean {
  return verdict.kind === "retained" || gate === "in-house-development";
}

/** The need as it is examined: the reviewer's last structured version, or else the requester's words. */
export function needOf({ entries }: SoftwareRequest): Need {
  const structured = entries.findLast((entry) => isKind(entry, "need-structured"));
  const last = structured ?? entries.find((entry) => isKind(entry, "need-submitted"));
  if (last === undefined) throw new Error("A request begins with its need");
  return last.content.need;
}

/** The need as the requester wrote it. */
export function submittedNeedOf({ entries }: SoftwareRequest): ContentOf<"need-submitted"> {
  const first = entries.find((entry) => isKind(entry, "need-submitted"));
  if (first === undefined) throw new Error("A request begins with its need");
  return first.content;
}

export function isStructured({ entries }: SoftwareRequest): boolean {
  return entries.some((entry) => isKind(entry, "need-structured"));
}

/** Entries that a later one replaces. They stay, and are shown struck through. */
export function replacedIds({ entries }: SoftwareRequest): ReadonlySet<string> {
  return new Set(entries.flatMap(({ content }) => ("replaces" in content && content.replaces ? [content.replaces.entryId] : [])));
}

/** Whoever wrote a conclusion, or the words that it replaced. */
export function writersOf({ entries }: SoftwareRequest, conclusion: Conclusion): ReadonlySet<string> {
  const writers = new Set<string>();
  let written: Entry | undefined = conclusion;
  while (written !== undefined) {
    writers.add(written.personId);
    const before: string | undefined = isKind(written, "gate-concluded") ? written.content.replaces?.entryId : undefined;
    written = before === undefined ? undefined : entries.find(({ id }) => id === before);
  }
  return writers;
}

/** How each gate was left, for the gates that were: the last word on it. */
export function conclusionsOf(request: SoftwareRequest): ReadonlyMap<Gate, Conclusion> {
  const returned = new Set(request.entries.filter((entry) => isKind(entry, "returned")).map((entry) => entry.content.concluded));
  const replaced = replacedIds(request);
  const standing = request.entries
    .filter((entry) => isKind(entry, "gate-concluded"))
    // One that was reworded stands in its last words: sent back, its first ones do not come back in its place.
    .filter(({ id }) => !returned.has(id) && !replaced.has(id));
  return new Map(standing.map((entry) => [entry.content.gate, entry]));
}

/** Ended: no entry of the procedure is accepted any more, save what follows the decision. */
export function isClosed(progress: Progress): progress is Extract<Progress, { status: "settled" | "unmet" | "withdrawn" }> {
  return progress.status === "settled" || progress.status === "unmet" || progress.status === "withdrawn";
}
