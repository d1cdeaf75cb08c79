import { addDays, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { candidateOf, candidatesOf } from "./candidates.ts";
import { isKind } from "./entries.ts";
import { GATES, gateNumber } from "./gates.ts";
import { conclusionsOf, needOf, type Progress, progressOf, type SoftwareRequest } from "./request.ts";

/** How one gate stands: left without a solution, open, waiting for the guarantor, retained, or not reached. */
export const GATE_STATES = ["out", "here", "waiting", "kept", "later"] as const;
export type GateState = (typeof GATE_STATES)[number];

/** Whose move it is. */
export type WaitsFor = "requester" | "reviewer" | "guarantor";

/** What a list shows of a request: computed from its entries whenever one is added, and never edited by itself. */
export type Summary = {
  readonly title: string;
  readonly departmentId: string;
  readonly entries: number;
  readonly state: Progress["status"];
  /** 1 to 4; null once ended without a gate (unmet). */
  readonly gate: number | null;
  readonly since: LocalDate;
  /** By when it should leave this gate; null once ended. */
  readonly dueOn: LocalDate | null;
  readonly waitsFor: WaitsFor | null;
  readonly solution: string | null;
  readonly decidedOn: LocalDate | null;
  readonly usedSince: LocalDate | null;
  readonly confirmOn: LocalDate | null;
  readonly confirmed: string | null;
  readonly neededBy: LocalDate | null;
  /** Waivers that await the guarantor's answer. */
  readonly pendingWaivers: number;
  readonly arcade: readonly GateState[];
};

/** `targetDays`: the authority's target for each gate, in days from the day on which the gate opened. */
export function summaryOf(request: SoftwareRequest, targetDays: readonly number[]): Summary {
  const need = needOf(request);
  const progress = progressOf(request);
  const gate = progress.status === "unmet" ? null : progress.gate;
  const sealed = request.entries.find((entry) => isKind(entry, "decision-sealed"));
  return {
    title: need.title,
    departmentId: need.departmentId,
    entries: request.entries.length,
    state: progress.status,
    gate: gate === null ? null : gateNumber(gate),
    since: dayOf(progress.since),
    dueOn: "opened" in progress ? addDays(dayOf(progress.opened), targetDays[gateNumber(progress.gate) - 1] ?? 0) : null,
    waitsFor: waitsFor(request, progress),
    solution: solutionOf(request, progress),
    decidedOn: sealed ? dayOf(sealed.at) : null,
    usedSince: request.entries.find((entry) => isKind(entry, "use-started"))?.content.on ?? null,
    confirmOn: sealed?.content.confirmOn ?? null,
    confirmed: request.entries.findLast((entry) => isKind(entry, "use-confirmed"))?.content.outcome ?? null,
    neededBy: need.neededBy,
    pendingWaivers: candidatesOf(request)
      .flatMap(({ waivers }) => waivers)
      .filter(({ answer }) => answer === null).length,
    arcade: arcadeOf(request, progress),
  };
}

function waitsFor(request: SoftwareRequest, progress: Progress): WaitsFor | null {
  if (progress.status === "to-countersign") return "guarantor";
  if (progress.status !== "searching") return null;
  const talk = request.entries.findLast((entry) => isKind(entry, "question-asked") || isKind(entry, "answer-given"));
  return talk !== undefined && isKind(talk, "question-asked") && talk.personId !== request.submittedBy ? "requester" : "reviewer";
}

/** Name of what was retained; what will be built bears the need's title; null while nothing is retained. */
export function solutionOf(request: SoftwareRequest, progress: Progress): string | null {
  if (progress.status !== "settled") return null;
  const { verdict, gate } = progress.conclusion.content;
  if (verdict.kind !== "retained") return null;
  if (gate === "in-house-development") return needOf(request).title;
  return candidateOf(request, verdict.candidateId)?.name ?? null;
}

export function arcadeOf(request: SoftwareRequest, progress: Progress): readonly GateState[] {
  const left = conclusionsOf(request);
  return GATES.map((gate) => {
    const conclusion = left.get(gate);
    const current = progress.status !== "unmet" && progress.gate === gate;
    if (current && progress.status === "settled") return "kept";
    if (current && progress.status === "to-countersign") return "waiting";
    if (current && progress.status === "searching") return "here";
    return conclusion === undefined ? "later" : "out";
  });
}
