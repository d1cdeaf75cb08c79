/** Builders for tests of requests, through the real use cases. */
import type { TestAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Result } from "#src/kernel/result.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { loadRequest } from "./db/request-repository.ts";
import type { Examination } from "./domain/examination.ts";
import { type Gate, KNOCK_OUTS_AT } from "./domain/gates.ts";
import type { Need } from "./domain/need.ts";
import type { SoftwareRequest } from "./domain/request.ts";
import { addCandidate } from "./usecases/add-candidate.ts";
import type { EntryInput } from "./usecases/add-entry.ts";
import { concludeGate } from "./usecases/conclude-gate.ts";
import { countersign } from "./usecases/countersign.ts";
import { examineCandidate } from "./usecases/examine-candidate.ts";
import { recordSearch } from "./usecases/record-search.ts";
import { structureNeed } from "./usecases/structure-need.ts";
import { submitRequest } from "./usecases/submit-request.ts";

export function aNeed(departmentId: string, facts: Partial<Need> = {}): Need {
  return {
    title: "Réserver les salles municipales en ligne",
    words: "On note tout dans un classeur et deux fois par mois une salle est promise à deux associations.",
    departmentId,
    users: 14,
    neededBy: null,
    usedToday: null,
    budget: null,
    personalData: ["contact"],
    openToPublic: true,
    mustRunWith: null,
    requirements: [
      { id: "r1", text: "Voir les salles libres sans compte", importance: "essential" },
      { id: "r2", text: "Payer la caution en ligne", importance: "useful" },
    ],
    ...facts,
  };
}

/** An examination that passes everything at its gate, unless told otherwise. */
export function anExamination(gate: Gate, facts: Partial<Examination> = {}): Examination {
  return {
    licence: gate === "open-source" ? "GPL-2.0-or-later" : null,
    knockOuts: Object.fromEntries(KNOCK_OUTS_AT[gate].map((knockOut) => [knockOut, { passes: true, reason: "" }])),
    coverage: gate === "in-house" ? {} : { r1: "full", r2: "partial" },
    cost: null,
    readyOn: null,
    opinion: "suitable",
    reason: "Essayé avec le service pendant une semaine.",
    ...facts,
  };
}

/** The value of what must have succeeded; otherwise the refusal, as a fault of the test. */
export async function done<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`Refused: ${JSON.stringify(settled.error)}`);
  return settled.value;
}

export async function requestNow(deps: Deps, agent: Agent, id: string): Promise<SoftwareRequest> {
  const request = await readAuthority(deps.db, agent.authorityId, (reader) => loadRequest(reader, id));
  if (request === undefined) throw new Error("No such request");
  return request;
}

/** What a form carries, having read everything. */
export async function having(deps: Deps, agent: Agent, requestId: string): Promise<EntryInput> {
  return { requestId, entryId: newId<string>(), seen: (await requestNow(deps, agent, requestId)).entries.length };
}

export async function aRequest(deps: Deps, authority: TestAuthority, need: Partial<Need> = {}): Promise<string> {
  const submitted = await done(
    submitRequest(deps, authority.requester, { id: newId<string>(), need: aNeed(authority.departments.library, need), fits: null }),
  );
  return submitted.id;
}

/** A request at gate 2, its need structured: gate 1 was searched and ruled out. */
export async function aRequestAtGate2(deps: Deps, authority: TestAuthority, need: Partial<Need> = {}): Promise<string> {
  const requestId = await aRequest(deps, authority, need);
  const { reviewer } = authority;
  const input = (): Promise<EntryInput> => having(deps, reviewer, requestId);
  await done(recordSearch(deps, reviewer, { ...(await input()), gate: "in-house", query: "xylophone quantique" }));
  await done(
    concludeGate(deps, reviewer, {
      ...(await input()),
      gate: "in-house",
      verdict: { kind: "ruled-out" },
      statement: "Rien en service ne convient.",
    }),
  );
  await done(structureNeed(deps, reviewer, { ...(await input()), need: aNeed(authority.departments.library, need), why: null }));
  return requestId;
}

/** Adds a candidate typed by hand and examines it. Gives its identifier. */
export async function anExaminedCandidate(
  deps: Deps,
  authority: TestAuthority,
  requestId: string,
  gate: Gate,
  facts: Partial<Examination> = {},
  name = "GRR",
): Promise<string> {
  const { reviewer } = authority;
  const { entry } = await done(
    addCandidate(deps, reviewer, { ...(await having(deps, reviewer, requestId)), gate, origin: { type: "entered" }, name, licence: null }),
  );
  await done(
    examineCandidate(deps, reviewer, {
      ...(await having(deps, reviewer, requestId)),
      candidateId: entry.id,
      examination: anExamination(gate, facts),
      why: null,
    }),
  );
  return entry.id;
}

/** Rules out the open gate, with its search and its countersignature where one is needed. */
export async function ruleOut(deps: Deps, authority: TestAuthority, requestId: string, gate: Gate): Promise<void> {
  const { reviewer, guarantor } = authority;
  await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, requestId)), gate, query: "xylophone quantique" }));
  const { entry } = await done(
    concludeGate(deps, reviewer, {
      ...(await having(deps, reviewer, requestId)),
      gate,
      verdict: { kind: "ruled-out" },
      statement: "Aucune solution ne convient.",
    }),
  );
  if (gate !== "in-house")
    await done(countersign(deps, guarantor, { ...(await having(deps, guarantor, requestId)), conclusionId: entry.id, statement: null }));
}

/** A request decided at gate 2: GRR is retained, countersigned and sealed. */
export async function aDecidedRequest(deps: Deps, authority: TestAuthority, need: Partial<Need> = {}): Promise<string> {
  const { reviewer, guarantor } = authority;
  const requestId = await aRequestAtGate2(deps, authority, need);
  await done(
    recordSearch(deps, reviewer, { ...(await having(deps, reviewer, requestId)), gate: "open-source", query: "réservation de salles" }),
  );
  const candidateId = await anExaminedCandidate(deps, authority, requestId, "open-source");
  const { entry } = await done(
    concludeGate(deps, reviewer, {
      ...(await having(deps, reviewer, requestId)),
      gate: "open-source",
      verdict: { kind: "retained", candidateId },
      statement: "GRR répond au besoin.",
    }),
  );
  await done(countersign(deps, guarantor, { ...(await having(deps, guarantor, requestId)), conclusionId: entry.id, statement: null }));
  return requestId;
}
