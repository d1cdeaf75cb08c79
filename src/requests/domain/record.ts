import type { Json } from "#src/kernel/canonical-json.ts";
import { type CoverageSummary, candidatesOf, costOf, coverageOf, type WaiverState } from "./candidates.ts";
import { type Entry, isKind, type Origin } from "./entries.ts";
import { searchesAt, studyOf } from "./evidence.ts";
import type { Examination, Study } from "./examination.ts";
import { GATES, type Gate, type WaiverObject } from "./gates.ts";
import type { Need } from "./need.ts";
import { conclusionsOf, needOf, progressOf, type SoftwareRequest, submittedNeedOf } from "./request.ts";

export const RECORD_FORMAT = "beffroi-decision-record/1";

/** Somebody in a record: always by role, and by name inside the authority alone. */
export type Signatory = { readonly role: string; readonly name?: string };
type Signed = { readonly at: string; readonly by: Signatory };

export type RecordedGate = {
  readonly gate: Gate;
  readonly outcome: "retained" | "ruled-out" | "not-reached";
  readonly statement: string | null;
  readonly concluded: Signed | null;
  readonly countersigned: (Signed & { readonly statement: string | null; readonly singlePerson: boolean }) | null;
  readonly searches: readonly (Signed & {
    readonly source: string;
    readonly query: string;
    readonly count: number;
    readonly found: readonly string[];
  })[];
  readonly candidates: readonly RecordedCandidate[];
  readonly study: Study | null;
};
export type RecordedWaiver = Signed & {
  readonly object: WaiverObject;
  readonly reason: string;
  readonly answer: (Signed & { readonly granted: boolean; readonly reason: string; readonly singlePerson: boolean }) | null;
};
export type RecordedCandidate = {
  readonly name: string;
  readonly origin: Origin["type"];
  readonly licence: string | null;
  readonly examination: Examination | null;
  readonly coverage: CoverageSummary;
  readonly totalCost: { readonly cents: number; readonly years: number } | null;
  readonly examined: Signed | null;
  readonly waivers: readonly RecordedWaiver[];
  readonly retained: boolean;
};

/** The decision record: everything the decision rests on, in one document. Amounts in cents excluding tax, instants in UTC (ISO 8601). */
export type DecisionRecord = {
  readonly format: typeof RECORD_FORMAT;
  readonly visibility: "internal" | "public";
  readonly authority: { readonly name: string; readonly siren: string | null; readonly demonstration: boolean };
  readonly reference: string;
  readonly round: number;
  readonly submittedAt: string;
  readonly department: string;
  readonly outcome: "retained" | "unmet";
  readonly solution: string | null;
  readonly decidedAt: string;
  /** The need as it was submitted, and what was in service already and fitted, said the requester. */
  readonly submitted: { readonly need: Omit<Need, "departmentId">; readonly fits: string | null };
  readonly need: Omit<Need, "departmentId">;
  readonly gates: readonly RecordedGate[];
  /** Corrections made on the way: what kind of entry was replaced, when, by whom and why. */
  readonly corrections: readonly (Signed & { readonly what: string; readonly why: string })[];
  readonly countersignature: "required" | "single-person";
};

export type RecordContext = {
  readonly authority: DecisionRecord["authority"] & { readonly countersignature: "required" | "single-person" };
  readonly department: string;
  /** Names by person; used for the internal version alone. */
  readonly names: ReadonlyMap<string, string>;
  readonly solution: string | null;
};

/** The whole decision as one document. `internal` names people; `public` names roles and nobody. */
export function recordOf(request: SoftwareRequest, context: RecordContext, visibility: DecisionRecord["visibility"]): DecisionRecord {
  const progress = progressOf(request);
  if (progress.status !== "settled" && progress.status !== "unmet") throw new Error("Only a decision has a record");
  const { departmentId: _, ...need } = needOf(request);
  const signed = (entry: Entry): Signed => {
    const name = visibility === "internal" ? context.names.get(entry.personId) : undefined;
    return { at: entry.at.toISOString(), by: { role: entry.role, ...(name === undefined ? {} : { name }) } };
  };
  const { countersignature, ...authority } = context.authority;
  return {
    format: RECORD_FORMAT,
    visibility,
    authority,
    reference: request.reference,
    round: request.round,
    submittedAt: request.submittedAt.toISOString(),
    department: context.department,
    outcome: progress.status === "settled" ? "retained" : "unmet",
    solution: context.solution,
    decidedAt: progress.since.toISOString(),
    submitted: submittedOf(request),
    need,
    gates: GATES.map((gate) => recordedGate(request, gate, signed)),
    corrections: request.entries.flatMap((entry) =>
      "replaces" in entry.content && entry.content.replaces
        ? [{ ...signed(entry), what: entry.content.kind, why: entry.content.replaces.why }]
        : [],
    ),
    countersignature,
  };
}

function submittedOf(request: SoftwareRequest): DecisionRecord["submitted"] {
  const { need, fits } = submittedNeedOf(request);
  const { departmentId: _, ...rest } = need;
  return { need: rest, fits: fits?.name ?? null };
}

function recordedGate(request: SoftwareRequest, gate: Gate, signed: (entry: Entry) => Signed): RecordedGate {
  const conclusion = conclusionsOf(request).get(gate);
  const countersigned = request.entries.findLast((entry) => isKind(entry, "countersigned") && isOf(request, entry.content.concluded, gate));
  return {
    gate,
    outcome: conclusion?.content.verdict.kind ?? "not-reached",
    statement: conclusion?.content.statement ?? null,
    concluded: conclusion === undefined ? null : signed(conclusion),
    countersigned:
      countersigned === undefined || !isKind(countersigned, "countersigned")
        ? null
        : {
            ...signed(countersigned),
            statement: countersigned.content.statement,
            singlePerson: countersigned.content.exception === "single-person",
          },
    searches: searchesAt(request, gate).map((entry) => {
      const { source, query, count, found } = entry.content.search;
      return { ...signed(entry), source, query, count, found: found.map(({ name }) => name) };
    }),
    candidates: candidatesOf(request, gate).map((candidate) => recordedCandidate(request, candidate, conclusion?.content.verdict, signed)),
    study: gate === "in-house-development" ? (studyOf(request)?.content.study ?? null) : null,
  };
}

function isOf({ entries }: SoftwareRequest, conclusionId: string, gate: Gate): boolean {
  return entries.some((entry) => entry.id === conclusionId && isKind(entry, "gate-concluded") && entry.content.gate === gate);
}

type Examined = ReturnType<typeof candidatesOf>[number];

function recordedCandidate(
  request: SoftwareRequest,
  candidate: Examined,
  verdict: { kind: string; candidateId?: string } | undefined,
  signed: (entry: Entry) => Signed,
): RecordedCandidate {
  const examination = candidate.examined?.content.examination;
  return {
    name: candidate.name,
    origin: candidate.origin.type,
    licence: candidate.licence,
    examination: examination ?? null,
    coverage: coverageOf(needOf(request), examination),
    totalCost: costOf(examination),
    examined: candidate.examined === null ? null : signed(candidate.examined),
    waivers: candidate.waivers.flatMap((waiver) => recordedWaiver(request, waiver, signed)),
    retained: verdict?.candidateId === candidate.id,
  };
}

function recordedWaiver(
  { entries }: SoftwareRequest,
  { entryId, object, reason }: WaiverState,
  signed: (entry: Entry) => Signed,
): readonly RecordedWaiver[] {
  const answered = entries.filter((entry) => isKind(entry, "waiver-answered")).find(({ content }) => content.requestedBy === entryId);
  return entries
    .filter(({ id }) => id === entryId)
    .map((asked) => ({
      ...signed(asked),
      object,
      reason,
      answer:
        answered === undefined
          ? null
          : {
              ...signed(answered),
              granted: answered.content.granted,
              reason: answered.content.reason,
              singlePerson: answered.content.exception === "single-person",
            },
    }));
}

export function recordJson(record: DecisionRecord): Json {
  return record as unknown as Json;
}
