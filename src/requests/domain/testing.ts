import type { LocalDate } from "#src/kernel/dates.ts";
import type { Role } from "#src/kernel/rights.ts";
import { candidatesOf } from "./candidates.ts";
import type { Candidate, EntryContent, UseOutcome } from "./entries.ts";
import { isKind } from "./entries.ts";
import type { Cost, Examination, Study } from "./examination.ts";
import { type Gate, KNOCK_OUTS_AT, type WaiverObject } from "./gates.ts";
import {
  addCandidate,
  answerWaiver,
  concludeGate,
  confirmUse,
  converse,
  countersign,
  examineCandidate,
  type Move,
  recordSearch,
  recordStudy,
  requestWaiver,
  rewordConclusion,
  startUse,
  structureNeed,
  withdraw,
} from "./moves.ts";
import type { Need } from "./need.ts";
import { needOf, progressOf, type SoftwareRequest } from "./request.ts";

/** The people of the built requests, by identifier. */
export const CAST = {
  requester: "00000000-0000-4000-8000-00000000000a",
  reviewer: "00000000-0000-4000-8000-00000000000b",
  guarantor: "00000000-0000-4000-8000-00000000000c",
} as const;

/** One step of a story. Each goes through the procedure's own moves, and fails when the procedure refuses it. */
export type Step = (request: SoftwareRequest) => SoftwareRequest;

export function aNeed(facts: Partial<Need> = {}): Need {
  return {
    title: "Gérer les prêts de la médiathèque",
    words: "Nous voulons prêter, réserver et relancer sans tableur.",
    departmentId: "00000000-0000-4000-8000-0000000000d1",
    users: 12,
    neededBy: "2026-12-01" as LocalDate,
    usedToday: "Un tableur partagé",
    budget: { cents: 4_000_000, years: 5 },
    personalData: ["identity", "contact"],
    openToPublic: true,
    mustRunWith: null,
    requirements: [
      { id: "r1", text: "Prêter et rendre un document en moins de dix secondes", importance: "essential" },
      { id: "r2", text: "Réserver depuis le site de la ville", importance: "essential" },
      { id: "r3", text: "Éditer des statistiques annuelles", importance: "useful" },
    ],
    ...facts,
  };
}

export const A_COST: Cost = {
  years: 5,
  lines: [
    { heading: "licences", once: 0, yearly: 0 },
    { heading: "hosting", once: 0, yearly: 120_000 },
    { heading: "data-migration", once: 450_000, yearly: 0 },
    { heading: "user-training", once: 200_000, yearly: 0 },
    { heading: "support", once: 0, yearly: 240_000 },
  ],
};

/** Passes every knock-out of its gate, covers every requirement, within budget and time. */
export function anExamination(gate: Gate, need: Need, facts: Partial<Examination> = {}): Examination {
  return {
    licence: gate === "open-source" ? "GPL-3.0-or-later" : null,
    knockOuts: Object.fromEntries(
      KNOCK_OUTS_AT[gate].map((knockOut) => [knockOut, { passes: true, reason: "Vérifié dans la documentation" }]),
    ),
    coverage: Object.fromEntries(need.requirements.map(({ id }) => [id, "full"])),
    cost: gate === "in-house" ? null : A_COST,
    readyOn: gate === "in-house" ? null : ("2026-10-15" as LocalDate),
    opinion: "suitable",
    reason: "Répond au besoin tel qu’il est écrit",
    ...facts,
  };
}

export type RequestFacts = Partial<Omit<SoftwareRequest, "entries">> & { readonly need?: Need; readonly fits?: string };

/** A need just submitted, on 2 March 2026. Each later entry is a day after the one before. */
export function aRequest({ need = aNeed(), fits, ...head }: RequestFacts = {}): SoftwareRequest {
  const submittedAt = new Date("2026-03-02T08:00:00Z");
  const request: SoftwareRequest = {
    id: "00000000-0000-4000-8000-0000000000e1",
    reference: "2026-041",
    departmentId: need.departmentId,
    submittedBy: CAST.requester,
    submittedAt,
    round: 1,
    previousId: null,
    entries: [],
    ...head,
  };
  const fitting = fits === undefined ? null : { installationId: "00000000-0000-4000-8000-0000000000f1", name: fits };
  return append(request, { kind: "need-submitted", need, fits: fitting }, request.submittedBy, "requester");
}

/** Plays the steps one after the other. */
export function play(request: SoftwareRequest, ...steps: readonly Step[]): SoftwareRequest {
  return steps.reduce((played, step) => step(played), request);
}

function append(request: SoftwareRequest, content: EntryContent, personId: string, role: Role): SoftwareRequest {
  const sequence = request.entries.length + 1;
  const id = `00000000-0000-4000-8000-${String(sequence).padStart(12, "0")}`;
  const at = new Date(request.submittedAt.getTime() + (sequence - 1) * 86_400_000);
  return { ...request, entries: [...request.entries, { id, sequence, at, personId, role, content }] };
}

function moved(decide: (request: SoftwareRequest) => Move, personId: string, role: Role): Step {
  return (request) => {
    const move = decide(request);
    if (!move.ok) throw new Error(`The procedure refuses this step: ${JSON.stringify(move.error)}`);
    return append(request, move.value, personId, role);
  };
}

const reviewing = (decide: (request: SoftwareRequest) => Move, by: string = CAST.reviewer): Step => moved(decide, by, "reviewer");

export function structured(facts: Partial<Need> = {}, why: string | null = null): Step {
  return reviewing((request) => structureNeed(request, { kind: "need-structured", need: { ...needOf(request), ...facts } }, why));
}

export function searched(gate: Gate, found: readonly string[] = [], query = "prêt médiathèque"): Step {
  const source = gate === "in-house" ? "inventory" : "catalogue";
  const results = found.map((name) => ({ name, origin: { type: "entered" }, licence: null }) as const);
  return reviewing((request) =>
    recordSearch(request, { kind: "search-recorded", search: { gate, source, query, count: found.length, found: results } }),
  );
}

export function proposed(gate: Gate, name: string, facts: Partial<Candidate> = {}): Step {
  return reviewing((request) => {
    const id = `00000000-0000-4000-8000-${String(900 + request.entries.length).padStart(12, "0")}`;
    const origin = gate === "in-house" ? ({ type: "installation", installationId: id } as const) : ({ type: "entered" } as const);
    return addCandidate(request, { kind: "candidate-added", candidate: { id, gate, name, origin, licence: null, ...facts } });
  });
}

export function examined(name: string, facts: Partial<Examination> = {}, why: string | null = null): Step {
  return reviewing((request) => {
    const { id, gate } = named(request, name);
    return examineCandidate(
      request,
      { kind: "candidate-examined", candidateId: id, examination: anExamination(gate, needOf(request), facts) },
      why,
    );
  });
}

export function waiverAsked(name: string, object: WaiverObject, reason = "L’écart est connu et limité"): Step {
  return reviewing((request) => requestWaiver(request, { kind: "waiver-requested", candidateId: named(request, name).id, object, reason }));
}

/** Answers the last waiver asked. */
export function waiverAnswered(granted: boolean, reason = "Accepté jusqu’à la version suivante", by: string = CAST.guarantor): Step {
  return moved(
    (request) => {
      const requestedBy = request.entries.findLast((entry) => isKind(entry, "waiver-requested"))?.id ?? "";
      return answerWaiver(request, by, { kind: "waiver-answered", requestedBy, granted, reason }, by === CAST.reviewer);
    },
    by,
    "guarantor",
  );
}

export function ruledOut(gate: Gate, statement = "Aucune solution de cette porte ne répond au besoin."): Step {
  return reviewing((request) => concludeGate(request, { kind: "gate-concluded", gate, verdict: { kind: "ruled-out" }, statement }));
}

/** At gate 4 what will be built has no candidate: `name` is then left out. */
export function retained(gate: Gate, name?: string, statement = "Cette solution répond au besoin."): Step {
  return reviewing((request) => {
    const candidateId = name === undefined ? "" : named(request, name).id;
    return concludeGate(request, { kind: "gate-concluded", gate, verdict: { kind: "retained", candidateId }, statement });
  });
}

/** By the guarantor; by the reviewer, it is the exception of an authority with a single person. */
export function countersigned(statement: string | null = null, by: string = CAST.guarantor): Step {
  return moved(
    (request) => countersign(request, by, { kind: "countersigned", concluded: waiting(request), statement }, by === CAST.reviewer),
    by,
    "guarantor",
  );
}

export function returned(reason = "Il manque un candidat connu"): Step {
  return moved(
    (request) => countersign(request, CAST.guarantor, { kind: "returned", concluded: waiting(request), reason }, false),
    CAST.guarantor,
    "guarantor",
  );
}

export function reworded(gate: Gate, statement: string, why: string): Step {
  return reviewing((request) => {
    const last = request.entries.findLast((entry) => isKind(entry, "gate-concluded") && entry.content.gate === gate);
    return rewordConclusion(request, last?.id ?? "", statement, why);
  });
}

export function studied(facts: Partial<Study> = {}, why: string | null = null): Step {
  const study: Study = {
    feasible: true,
    summary: "Un développement de trois mois, sur une base existante.",
    cost: A_COST,
    readyOn: "2026-11-15" as LocalDate,
    maintainers: ["Développeur de la DSI", "Administrateur des bases"],
    licence: "EUPL-1.2",
    repository: "https://forge.example/ville/prets",
    ...facts,
  };
  return reviewing((request) => recordStudy(request, { kind: "study-recorded", study }, why));
}

export function asked(text: string, by: string = CAST.reviewer): Step {
  return moved(
    (request) => converse(request, { kind: "question-asked", text, attached: [] }),
    by,
    by === CAST.requester ? "requester" : "reviewer",
  );
}

export function withdrawn(reason = "Le service a changé d’organisation"): Step {
  return moved((request) => withdraw(request, { kind: "withdrawn", reason }), CAST.requester, "requester");
}

export function used(on: LocalDate): Step {
  return reviewing((request) => startUse(request, { kind: "use-started", on }));
}

export function confirmed(outcome: UseOutcome, reason = "Les prêts se font comme prévu"): Step {
  return moved((request) => confirmUse(request, { kind: "use-confirmed", outcome, reason }), CAST.requester, "requester");
}

function named(request: SoftwareRequest, name: string): Candidate {
  const candidate = candidatesOf(request).findLast((other) => other.name === name);
  if (candidate === undefined) throw new Error(`No candidate is named ${name}`);
  return candidate;
}

function waiting(request: SoftwareRequest): string {
  const progress = progressOf(request);
  return progress.status === "to-countersign" ? progress.conclusion.id : "";
}
