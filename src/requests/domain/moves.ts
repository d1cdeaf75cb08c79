import { ok, type Result, refused } from "#src/kernel/result.ts";
import { candidateOf, candidatesOf, obstaclesOf } from "./candidates.ts";
import { type ContentOf, type Correction, type EntryContent, isKind } from "./entries.ts";
import { type Evidence, missingEvidence, studyOf } from "./evidence.ts";
import { type Gate, isWaivable } from "./gates.ts";
import { isClosed, needsCountersignature, progressOf, replacedIds, type SoftwareRequest, writersOf } from "./request.ts";

/** Why the procedure does not allow a move. */
export type MoveRefusal =
  /** The request is at another gate, waits for a countersignature, or has ended. */
  | { readonly kind: "out-of-order" }
  | { readonly kind: "missing-evidence"; readonly missing: readonly Evidence[] }
  | { readonly kind: "unknown-candidate" }
  | { readonly kind: "already-a-candidate"; readonly name: string }
  /** It was examined or studied already: a correction says what it replaces, and why. */
  | { readonly kind: "correction-needs-reason" }
  | { readonly kind: "too-many-candidates" }
  /** The guarantor may not countersign what they wrote themselves. */
  | { readonly kind: "same-person" }
  | { readonly kind: "not-waivable" }
  | { readonly kind: "nothing-to-waive" }
  | { readonly kind: "already-answered" }
  | { readonly kind: "not-in-use-yet" }
  | { readonly kind: "already-in-use" };

export type Move = Result<EntryContent, MoveRefusal>;

/** As many as a gate may hold: beyond, the search was not narrowed. */
export const MOST_CANDIDATES = 30;

function searchingAt(request: SoftwareRequest, gate: Gate): boolean {
  const progress = progressOf(request);
  return progress.status === "searching" && progress.gate === gate;
}

export function recordSearch(request: SoftwareRequest, content: ContentOf<"search-recorded">): Move {
  return searchingAt(request, content.search.gate) ? ok(content) : refused({ kind: "out-of-order" });
}

export function addCandidate(request: SoftwareRequest, content: ContentOf<"candidate-added">): Move {
  const { gate, name, origin } = content.candidate;
  if (!searchingAt(request, gate)) return refused({ kind: "out-of-order" });
  const present = candidatesOf(request, gate);
  if (present.length >= MOST_CANDIDATES) return refused({ kind: "too-many-candidates" });
  const same =
    candidatesOf(request).some(({ id }) => id === content.candidate.id) ||
    present.some((other) => other.name.toLowerCase() === name.toLowerCase() && JSON.stringify(other.origin) === JSON.stringify(origin));
  return same ? refused({ kind: "already-a-candidate", name }) : ok(content);
}

/** `why` is needed when the candidate was examined already: the new examination replaces the old one. */
export function examineCandidate(
  request: SoftwareRequest,
  { candidateId, examination }: ContentOf<"candidate-examined">,
  why: string | null,
): Move {
  const candidate = candidateOf(request, candidateId);
  if (candidate === undefined) return refused({ kind: "unknown-candidate" });
  if (!searchingAt(request, candidate.gate)) return refused({ kind: "out-of-order" });
  return correcting(candidate.examined?.id, why, (replaces) => ({ kind: "candidate-examined", candidateId, examination, ...replaces }));
}

export function structureNeed(request: SoftwareRequest, { need }: ContentOf<"need-structured">, why: string | null): Move {
  if (progressOf(request).status !== "searching") return refused({ kind: "out-of-order" });
  const last = request.entries.findLast((entry) => isKind(entry, "need-structured"));
  return correcting(last?.id, why, (replaces) => ({ kind: "need-structured", need, ...replaces }));
}

export function recordStudy(request: SoftwareRequest, { study }: ContentOf<"study-recorded">, why: string | null): Move {
  if (!searchingAt(request, "in-house-development")) return refused({ kind: "out-of-order" });
  return correcting(studyOf(request)?.id, why, (replaces) => ({ kind: "study-recorded", study, ...replaces }));
}

function correcting(entryId: string | undefined, why: string | null, content: (replaces: { replaces?: Correction }) => EntryContent): Move {
  if (entryId === undefined) return ok(content({}));
  return why === null ? refused({ kind: "correction-needs-reason" }) : ok(content({ replaces: { entryId, why } }));
}

/** A reviewer concludes the current gate: a candidate is retained, or the gate is ruled out. Every piece of evidence must be there. */
export function concludeGate(request: SoftwareRequest, content: ContentOf<"gate-concluded">): Move {
  if (!searchingAt(request, content.gate)) return refused({ kind: "out-of-order" });
  const { verdict } = content;
  if (
    verdict.kind === "retained" &&
    content.gate !== "in-house-development" &&
    candidateOf(request, verdict.candidateId)?.gate !== content.gate
  )
    return refused({ kind: "unknown-candidate" });
  const missing = missingEvidence(request, content.gate, verdict);
  return missing.length === 0 ? ok(content) : refused({ kind: "missing-evidence", missing });
}

/**
 * The statement of a conclusion is reworded: same verdict, a new entry that says why. What was countersigned is what was
 * signed: only a conclusion that still awaits its countersignature, or needs none, may be.
 */
export function rewordConclusion(request: SoftwareRequest, entryId: string, statement: string, why: string): Move {
  const entry = request.entries.find(({ id }) => id === entryId);
  const progress = progressOf(request);
  const stands = entry !== undefined && isKind(entry, "gate-concluded") && !replacedIds(request).has(entryId);
  if (!stands || isClosed(progress)) return refused({ kind: "out-of-order" });
  const awaits = progress.status === "to-countersign" && progress.conclusion.id === entryId;
  if (needsCountersignature(entry) && !awaits) return refused({ kind: "out-of-order" });
  return ok({ ...entry.content, statement, replaces: { entryId, why } });
}

/** The guarantor countersigns, or sends back; never what they concluded themselves, unless the authority has a single person and says so. */
export function countersign(
  request: SoftwareRequest,
  by: string,
  content: ContentOf<"countersigned"> | ContentOf<"returned">,
  singlePerson: boolean,
): Move {
  const progress = progressOf(request);
  if (progress.status !== "to-countersign" || progress.conclusion.id !== content.concluded) return refused({ kind: "out-of-order" });
  // A colleague who rewords a comma does not make it theirs alone.
  if (!writersOf(request, progress.conclusion).has(by)) return ok(content);
  if (!singlePerson) return refused({ kind: "same-person" });
  return ok(content.kind === "countersigned" ? { ...content, exception: "single-person" } : content);
}

export function requestWaiver(request: SoftwareRequest, content: ContentOf<"waiver-requested">): Move {
  const candidate = candidateOf(request, content.candidateId);
  if (candidate === undefined) return refused({ kind: "unknown-candidate" });
  if (!searchingAt(request, candidate.gate)) return refused({ kind: "out-of-order" });
  if (!isWaivable(candidate.gate, content.object)) return refused({ kind: "not-waivable" });
  const stands = obstaclesOf(request, candidate).some(
    (obstacle) =>
      !obstacle.waived &&
      ((obstacle.kind === "knock-out" && obstacle.judged && obstacle.knockOut === content.object) ||
        (obstacle.kind === "over-budget" && content.object === "budget") ||
        (obstacle.kind === "too-late" && content.object === "time")),
  );
  const pending = candidate.waivers.some(({ object, answer }) => object === content.object && answer === null);
  if (pending) return refused({ kind: "already-answered" });
  return stands ? ok(content) : refused({ kind: "nothing-to-waive" });
}

export function answerWaiver(request: SoftwareRequest, by: string, content: ContentOf<"waiver-answered">, singlePerson: boolean): Move {
  if (progressOf(request).status !== "searching") return refused({ kind: "out-of-order" });
  const asked = request.entries.find((entry) => entry.id === content.requestedBy && isKind(entry, "waiver-requested"));
  if (asked === undefined) return refused({ kind: "unknown-candidate" });
  if (request.entries.some((entry) => isKind(entry, "waiver-answered") && entry.content.requestedBy === asked.id))
    return refused({ kind: "already-answered" });
  if (asked.personId !== by) return ok(content);
  return singlePerson ? ok({ ...content, exception: "single-person" }) : refused({ kind: "same-person" });
}

export function withdraw(request: SoftwareRequest, content: ContentOf<"withdrawn">): Move {
  return isClosed(progressOf(request)) ? refused({ kind: "out-of-order" }) : ok(content);
}

/** The conversation goes on as long as the request does, and after it. */
export function converse(request: SoftwareRequest, content: ContentOf<"question-asked"> | ContentOf<"answer-given">): Move {
  return progressOf(request).status === "withdrawn" ? refused({ kind: "out-of-order" }) : ok(content);
}

export function startUse(request: SoftwareRequest, content: ContentOf<"use-started">): Move {
  if (progressOf(request).status !== "settled") return refused({ kind: "out-of-order" });
  return request.entries.some((entry) => isKind(entry, "use-started")) ? refused({ kind: "already-in-use" }) : ok(content);
}

/** « Does it do, in use, what was decided? » It may be answered again: the last answer stands, the others stay. */
export function confirmUse(request: SoftwareRequest, content: ContentOf<"use-confirmed">): Move {
  if (progressOf(request).status !== "settled") return refused({ kind: "out-of-order" });
  return request.entries.some((entry) => isKind(entry, "use-started")) ? ok(content) : refused({ kind: "not-in-use-yet" });
}
