import { type Candidate, type ContentOf, type Entry, isKind } from "./entries.ts";
import type { Coverage, Examination, KnockOutFinding } from "./examination.ts";
import { costOver, totalCost } from "./examination.ts";
import { type Gate, KNOCK_OUTS_AT, type KnockOut, type WaiverObject } from "./gates.ts";
import type { Need, Requirement } from "./need.ts";
import { needOf, type SoftwareRequest } from "./request.ts";

export type WaiverState = {
  readonly object: WaiverObject;
  readonly entryId: string;
  readonly reason: string;
  readonly answer: { readonly granted: boolean; readonly reason: string } | null;
  /** The examination that the guarantor had before their eyes. */
  readonly of: Examination | null;
};

/** A candidate with everything known of it: its last examination, and the waivers asked for it. */
export type ExaminedCandidate = Candidate & {
  readonly addedIn: string;
  readonly examined: Entry<ContentOf<"candidate-examined">> | null;
  readonly waivers: readonly WaiverState[];
};

export function candidatesOf(request: SoftwareRequest, gate?: Gate): readonly ExaminedCandidate[] {
  return request.entries
    .filter((entry) => isKind(entry, "candidate-added"))
    .filter(({ content }) => gate === undefined || content.candidate.gate === gate)
    .map((entry) => ({
      ...entry.content.candidate,
      addedIn: entry.id,
      examined:
        request.entries
          .filter((other) => isKind(other, "candidate-examined"))
          .findLast(({ content }) => content.candidateId === entry.content.candidate.id) ?? null,
      waivers: waiversOf(request, entry.content.candidate.id),
    }));
}

export function candidateOf(request: SoftwareRequest, candidateId: string): ExaminedCandidate | undefined {
  return candidatesOf(request).find(({ id }) => id === candidateId);
}

function waiversOf({ entries }: SoftwareRequest, candidateId: string): readonly WaiverState[] {
  const answers = entries.filter((entry) => isKind(entry, "waiver-answered"));
  const examinations = entries.filter((entry) => isKind(entry, "candidate-examined")).filter((e) => e.content.candidateId === candidateId);
  return entries
    .filter((entry) => isKind(entry, "waiver-requested"))
    .filter(({ content }) => content.candidateId === candidateId)
    .map(({ id, sequence, content: { object, reason } }) => {
      const answer = answers.find(({ content }) => content.requestedBy === id)?.content;
      const of = examinations.findLast((examined) => examined.sequence < sequence)?.content.examination ?? null;
      return {
        object,
        entryId: id,
        reason,
        answer: answer === undefined ? null : { granted: answer.granted, reason: answer.reason },
        of,
      };
    });
}

/** A waiver is of what was found then: a later examination that finds something else, or worse, needs another one. */
function covers({ object, of }: WaiverState, found: Examination): boolean {
  if (of === null) return false;
  if (object === "budget") return of.cost !== null && found.cost !== null && totalCost(found.cost) <= costOver(of.cost, found.cost.years);
  if (object === "time") return of.readyOn !== null && found.readyOn !== null && found.readyOn <= of.readyOn;
  return of.knockOuts[object]?.reason === found.knockOuts[object]?.reason;
}

/** Something that stands between a candidate and being retained. `waived` once the guarantor wrote why it may pass. */
export type Obstacle =
  | { readonly kind: "knock-out"; readonly knockOut: KnockOut; readonly judged: boolean; readonly waived: boolean }
  | { readonly kind: "requirement"; readonly requirement: Requirement; readonly coverage: Coverage | null; readonly waived: false }
  | { readonly kind: "over-budget"; readonly cents: number; readonly budget: number; readonly years: number; readonly waived: boolean }
  | { readonly kind: "cost-unknown"; readonly waived: false }
  | { readonly kind: "too-late"; readonly readyOn: string; readonly neededBy: string; readonly waived: boolean }
  | { readonly kind: "date-unknown"; readonly waived: false };

/** Every knock-out failed or not judged, essential requirement not fully covered, budget and date overrun. Empty: nothing stands in the way. */
export function obstaclesOf(request: SoftwareRequest, candidate: ExaminedCandidate): readonly Obstacle[] {
  const examination = candidate.examined?.content.examination;
  if (examination === undefined || candidate.gate === "in-house") return [];
  const need = needOf(request);
  const waived = (object: WaiverObject): boolean =>
    candidate.waivers.some((waiver) => waiver.object === object && waiver.answer?.granted === true && covers(waiver, examination));
  return [
    ...KNOCK_OUTS_AT[candidate.gate].flatMap((knockOut) => knockOutObstacle(knockOut, examination.knockOuts[knockOut], waived(knockOut))),
    ...need.requirements.flatMap((requirement) => requirementObstacle(requirement, examination.coverage[requirement.id] ?? null)),
    ...budgetObstacle(need, examination, waived("budget")),
    ...timeObstacle(need, examination, waived("time")),
  ];
}

function knockOutObstacle(knockOut: KnockOut, finding: KnockOutFinding | undefined, waived: boolean): readonly Obstacle[] {
  return finding?.passes ? [] : [{ kind: "knock-out", knockOut, judged: finding !== undefined, waived: waived && finding !== undefined }];
}

function requirementObstacle(requirement: Requirement, coverage: Coverage | null): readonly Obstacle[] {
  return requirement.importance === "essential" && coverage !== "full"
    ? [{ kind: "requirement", requirement, coverage, waived: false }]
    : [];
}

function budgetObstacle({ budget }: Need, { cost }: Examination, waived: boolean): readonly Obstacle[] {
  if (budget === null) return [];
  if (cost === null) return [{ kind: "cost-unknown", waived: false }];
  const cents = costOver(cost, budget.years);
  return cents <= budget.cents ? [] : [{ kind: "over-budget", cents, budget: budget.cents, years: budget.years, waived }];
}

function timeObstacle({ neededBy }: Need, { readyOn }: Examination, waived: boolean): readonly Obstacle[] {
  if (neededBy === null) return [];
  if (readyOn === null) return [{ kind: "date-unknown", waived: false }];
  return readyOn <= neededBy ? [] : [{ kind: "too-late", readyOn, neededBy, waived }];
}

/** Share of the requirements covered, beside how many were judged: not judged is not zero. */
export type CoverageSummary = {
  /** Whole percentage over the judged requirements (full 1, partial ½, none 0); null while none is judged. */
  readonly percent: number | null;
  readonly judged: number;
  readonly total: number;
  readonly essentialFull: number;
  readonly essential: number;
};

export function coverageOf({ requirements }: Need, examination: Examination | undefined): CoverageSummary {
  const worth: Readonly<Record<Coverage, number>> = { full: 1, partial: 0.5, none: 0 };
  const judged = requirements.flatMap(({ id }) => examination?.coverage[id] ?? []);
  const essential = requirements.filter(({ importance }) => importance === "essential");
  return {
    percent: judged.length === 0 ? null : Math.round((100 * judged.reduce((sum, coverage) => sum + worth[coverage], 0)) / judged.length),
    judged: judged.length,
    total: requirements.length,
    essentialFull: essential.filter(({ id }) => examination?.coverage[id] === "full").length,
    essential: essential.length,
  };
}

/** Total cost in cents over its own horizon; null when it was not estimated. */
export function costOf(examination: Examination | undefined): { readonly cents: number; readonly years: number } | null {
  return examination?.cost ? { cents: totalCost(examination.cost), years: examination.cost.years } : null;
}
