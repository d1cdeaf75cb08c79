import { candidateOf, candidatesOf, obstaclesOf } from "./candidates.ts";
import { type ContentOf, type Entry, isKind, type Verdict } from "./entries.ts";
import type { Gate } from "./gates.ts";
import { isStructured, type SoftwareRequest } from "./request.ts";

/** What a gate's conclusion rests on. A gate closes when each piece is there. */
export type Evidence =
  | { readonly kind: "need-structured"; readonly done: boolean }
  | { readonly kind: "search"; readonly done: boolean; readonly count: number }
  | { readonly kind: "candidate-examined"; readonly done: boolean; readonly candidateId: string; readonly name: string }
  | { readonly kind: "candidate-rejected"; readonly done: boolean; readonly candidateId: string; readonly name: string }
  | { readonly kind: "candidate-suitable"; readonly done: boolean; readonly candidateId: string; readonly name: string }
  | { readonly kind: "no-obstacle"; readonly done: boolean; readonly candidateId: string; readonly name: string; readonly open: number }
  | { readonly kind: "study"; readonly done: boolean }
  | { readonly kind: "study-complete"; readonly done: boolean; readonly missing: readonly StudyGap[] }
  | { readonly kind: "study-says"; readonly done: boolean; readonly feasible: boolean };

export type StudyGap = "cost" | "date" | "maintainers" | "licence" | "repository";

export function evidenceFor(request: SoftwareRequest, gate: Gate, verdict: Verdict): readonly Evidence[] {
  if (gate === "in-house-development") return studyEvidence(request, verdict);
  return verdict.kind === "retained" ? evidenceToRetain(request, gate, verdict.candidateId) : evidenceToRuleOut(request, gate);
}

function evidenceToRetain(request: SoftwareRequest, gate: Gate, candidateId: string): readonly Evidence[] {
  const candidate = candidateOf(request, candidateId);
  const name = candidate?.name ?? "";
  const suitable: Evidence = {
    kind: "candidate-suitable",
    done: candidate?.examined?.content.examination.opinion === "suitable",
    candidateId,
    name,
  };
  if (gate === "in-house") return [suitable];
  const open = candidate === undefined ? 1 : obstaclesOf(request, candidate).filter(({ waived }) => !waived).length;
  const examined = candidate?.examined != null;
  return [
    { kind: "need-structured", done: isStructured(request) },
    { kind: "search", done: searchesAt(request, gate).length > 0, count: searchesAt(request, gate).length },
    suitable,
    { kind: "no-obstacle", done: examined && open === 0, candidateId, name, open },
  ];
}

function evidenceToRuleOut(request: SoftwareRequest, gate: Gate): readonly Evidence[] {
  const searches = searchesAt(request, gate);
  return [
    ...(gate === "in-house" ? [] : [{ kind: "need-structured", done: isStructured(request) } as const]),
    { kind: "search", done: searches.length > 0, count: searches.length },
    ...candidatesOf(request, gate).map(
      ({ id, name, examined }) =>
        ({ kind: "candidate-rejected", done: examined?.content.examination.opinion === "rejected", candidateId: id, name }) as const,
    ),
  ];
}

function studyEvidence(request: SoftwareRequest, verdict: Verdict): readonly Evidence[] {
  const study = studyOf(request)?.content.study;
  const feasible = verdict.kind === "retained";
  const missing = study === undefined ? [] : gapsOf(study);
  return [
    { kind: "study", done: study !== undefined },
    { kind: "study-says", done: study?.feasible === feasible, feasible },
    ...(feasible ? [{ kind: "study-complete", done: study !== undefined && missing.length === 0, missing } as const] : []),
  ];
}

function gapsOf(study: ContentOf<"study-recorded">["study"]): readonly StudyGap[] {
  return [
    ...(study.cost === null ? (["cost"] as const) : []),
    ...(study.readyOn === null ? (["date"] as const) : []),
    ...(new Set(study.maintainers).size < 2 ? (["maintainers"] as const) : []),
    ...(study.licence === null ? (["licence"] as const) : []),
    ...(study.repository === null ? (["repository"] as const) : []),
  ];
}

/** The last feasibility study; earlier ones are replaced. */
export function studyOf({ entries }: SoftwareRequest): Entry<ContentOf<"study-recorded">> | undefined {
  return entries.findLast((entry) => isKind(entry, "study-recorded"));
}

export function searchesAt({ entries }: SoftwareRequest, gate: Gate): readonly Entry<ContentOf<"search-recorded">>[] {
  return entries.filter((entry) => isKind(entry, "search-recorded")).filter(({ content }) => content.search.gate === gate);
}

/** What is missing before the gate may be concluded so. Empty: it may. */
export function missingEvidence(request: SoftwareRequest, gate: Gate, verdict: Verdict): readonly Evidence[] {
  return evidenceFor(request, gate, verdict).filter(({ done }) => !done);
}
