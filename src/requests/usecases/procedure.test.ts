import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { authoritySettings } from "#src/authorities/public.ts";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import { type AuthorityId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { testDeps } from "#src/platform/testing.ts";
import { recordOfRequest } from "../db/decision-records.ts";
import { arcadeStates, loadRequest } from "../db/request-repository.ts";
import { progressOf } from "../domain/request.ts";
import { summaryOf } from "../domain/summary.ts";
import {
  aDecidedRequest,
  aNeed,
  anExamination,
  anExaminedCandidate,
  aRequest,
  aRequestAtGate2,
  done,
  having,
  requestNow,
  ruleOut,
} from "../testing.ts";
import { answerWaiver } from "./answer-waiver.ts";
import { concludeGate } from "./conclude-gate.ts";
import { confirmUse } from "./confirm-use.ts";
import { countersign } from "./countersign.ts";
import { examineCandidate } from "./examine-candidate.ts";
import { openRound } from "./open-round.ts";
import { recordSearch } from "./record-search.ts";
import { recordStudy } from "./record-study.ts";
import { requestWaiver } from "./request-waiver.ts";
import { rewordConclusion } from "./reword-conclusion.ts";
import { sendBack } from "./send-back.ts";
import { structureNeed } from "./structure-need.ts";
import { submitRequest } from "./submit-request.ts";
import { withdrawRequest } from "./withdraw-request.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const { reviewer, guarantor, requester } = town;
const RULED_OUT = { kind: "ruled-out" } as const;

async function statusOf(id: string): Promise<string> {
  const progress = progressOf(await requestNow(deps, reviewer, id));
  return "gate" in progress ? `${progress.status} ${progress.gate}` : progress.status;
}

describe("the gates", () => {
  it("are taken in order: the second cannot be concluded while the first is open", async () => {
    const id = await aRequest(deps, town);
    const input = { ...(await having(deps, reviewer, id)), verdict: RULED_OUT, statement: "Non." };
    expect(await concludeGate(deps, reviewer, { ...input, gate: "open-source" })).toEqual({ ok: false, error: { kind: "out-of-order" } });
    expect(await statusOf(id)).toBe("searching in-house");
  });

  it("close on evidence alone: no search, no conclusion", async () => {
    const id = await aRequest(deps, town);
    const conclude = async () =>
      concludeGate(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "in-house", verdict: RULED_OUT, statement: "Rien." });
    expect(await conclude()).toMatchObject({ ok: false, error: { kind: "missing-evidence", missing: [{ kind: "search" }] } });
    await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "in-house", query: "xylophone quantique" }));
    await done(conclude());
    expect(await statusOf(id)).toBe("searching open-source");
  });

  it("lead from the need to the sealed record, and to a planned installation", async () => {
    const id = await aDecidedRequest(deps, town);
    const request = await requestNow(deps, reviewer, id);
    expect(await statusOf(id)).toBe("settled open-source");
    const record = await readAuthority(deps.db, town.id, (reader) => recordOfRequest(reader, id));
    expect(JSON.parse(record?.document ?? "{}")).toMatchObject({ outcome: "retained", solution: "GRR", reference: request.reference });
    expect(record?.publicDocument).not.toContain(reviewer.name);
    expect(record?.document).toContain(reviewer.name);
    const planned = await deps.db.selectFrom("installation").selectAll().where("requestId", "=", id).executeTakeFirst();
    expect(planned).toMatchObject({ name: "GRR", state: "planned", users: 14, authorityId: town.id });
  });

  it("end unmet when the study of the fourth says no, and the record says so", async () => {
    const id = await aRequestAtGate2(deps, town);
    await ruleOut(deps, town, id, "open-source");
    await ruleOut(deps, town, id, "proprietary");
    const study = {
      feasible: false,
      summary: "Trop peu d’agents.",
      cost: null,
      readyOn: null,
      maintainers: [],
      licence: null,
      repository: null,
    };
    await done(recordStudy(deps, reviewer, { ...(await having(deps, reviewer, id)), study, why: null }));
    const conclude = { gate: "in-house-development", verdict: RULED_OUT, statement: "Impossible." } as const;
    const { entry } = await done(concludeGate(deps, reviewer, { ...(await having(deps, reviewer, id)), ...conclude }));
    await done(countersign(deps, guarantor, { ...(await having(deps, guarantor, id)), conclusionId: entry.id, statement: null }));
    expect(await statusOf(id)).toBe("unmet");
    const record = await readAuthority(deps.db, town.id, (reader) => recordOfRequest(reader, id));
    expect(JSON.parse(record?.document ?? "{}")).toMatchObject({ outcome: "unmet", solution: null });
  });

  it("retain building it only with a cost, a date, two posts, a free licence and a public repository", async () => {
    const id = await aRequestAtGate2(deps, town);
    await ruleOut(deps, town, id, "open-source");
    await ruleOut(deps, town, id, "proprietary");
    const cost = { years: 5, lines: [{ heading: "internal-time", once: 1_000_000, yearly: 0 }] } as const;
    const study = {
      feasible: true,
      summary: "Oui.",
      cost,
      readyOn: null,
      maintainers: ["développeur"],
      licence: "EUPL-1.2",
      repository: null,
    };
    const { entry } = await done(recordStudy(deps, reviewer, { ...(await having(deps, reviewer, id)), study, why: null }));
    const verdict = { kind: "retained", candidateId: entry.id } as const;
    const conclude = { ...(await having(deps, reviewer, id)), gate: "in-house-development", verdict, statement: "Faisable." } as const;
    expect(await concludeGate(deps, reviewer, conclude)).toMatchObject({
      error: { missing: [{ kind: "study-complete", missing: ["date", "maintainers", "repository"] }] },
    });
  });
});

describe("a candidate", () => {
  it("is retained only when it passes every knock-out and covers every essential requirement", async () => {
    const id = await aRequestAtGate2(deps, town);
    await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "open-source", query: "salles" }));
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source", { coverage: { r1: "partial" } });
    const conclude = async () =>
      concludeGate(deps, reviewer, {
        ...(await having(deps, reviewer, id)),
        gate: "open-source",
        verdict: { kind: "retained", candidateId },
        statement: "Oui.",
      });
    expect(await conclude()).toMatchObject({ ok: false, error: { kind: "missing-evidence", missing: [{ kind: "no-obstacle", open: 1 }] } });
    const again = { candidateId, examination: anExamination("open-source"), why: "Nouvelle version essayée." };
    await done(examineCandidate(deps, reviewer, { ...(await having(deps, reviewer, id)), ...again }));
    expect((await conclude()).ok).toBe(true);
  });

  it("does not pass the knock-out of licence on somebody's word", async () => {
    const id = await aRequestAtGate2(deps, town);
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source");
    const examine = async (licence: string) =>
      examineCandidate(deps, reviewer, {
        ...(await having(deps, reviewer, id)),
        candidateId,
        examination: anExamination("open-source", { licence }),
        why: "Relu.",
      });
    expect((await examine("EUPL-1.2")).ok).toBe(true);
    expect(await examine("BUSL-1.1")).toEqual({ ok: false, error: { kind: "licence-not-free" } });
  });

  it("is corrected by a new entry that says why; the former stays", async () => {
    const id = await aRequestAtGate2(deps, town);
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source");
    const examine = async (why: string | null) =>
      examineCandidate(deps, reviewer, {
        ...(await having(deps, reviewer, id)),
        candidateId,
        examination: anExamination("open-source", { opinion: "rejected" }),
        why,
      });
    expect(await examine(null)).toEqual({ ok: false, error: { kind: "correction-needs-reason" } });
    await done(examine("Erreur de version."));
    const examinations = (await requestNow(deps, reviewer, id)).entries.filter(({ content }) => content.kind === "candidate-examined");
    expect(examinations).toHaveLength(2);
    expect(examinations[1]?.content).toMatchObject({ replaces: { entryId: examinations[0]?.id, why: "Erreur de version." } });
  });
});

describe("a waiver", () => {
  const failing = { ...anExamination("open-source").knockOuts, accessibility: { passes: false, reason: "Trois écarts." } };

  it("is asked by the reviewer and granted in writing by the guarantor; then the candidate passes", async () => {
    const id = await aRequestAtGate2(deps, town);
    await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "open-source", query: "salles" }));
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source", { knockOuts: failing });
    const ask = async () =>
      requestWaiver(deps, reviewer, {
        ...(await having(deps, reviewer, id)),
        candidateId,
        object: "accessibility",
        reason: "Corrigé en mars.",
      });
    const { entry } = await done(ask());
    expect(await ask()).toMatchObject({ error: { kind: "already-answered" } });
    const answer = { ...(await having(deps, guarantor, id)), requestedBy: entry.id, granted: true, reason: "Accordé jusqu’en mars." };
    expect(await answerWaiver(deps, reviewer, answer)).toEqual({ ok: false, error: { kind: "not-allowed" } });
    await done(answerWaiver(deps, guarantor, answer));
    const verdict = { kind: "retained", candidateId } as const;
    const conclude = { ...(await having(deps, reviewer, id)), gate: "open-source", verdict, statement: "Oui." } as const;
    expect((await concludeGate(deps, reviewer, conclude)).ok).toBe(true);
  });

  it("never lifts the knock-out of licence at gate 2, nor asks for what does not stand in the way", async () => {
    const id = await aRequestAtGate2(deps, town);
    const knockOuts = { ...failing, licence: { passes: false, reason: "BSL." } };
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source", { knockOuts, licence: null });
    const ask = async (object: "licence" | "security") =>
      requestWaiver(deps, reviewer, { ...(await having(deps, reviewer, id)), candidateId, object, reason: "Quand même." });
    expect(await ask("licence")).toEqual({ ok: false, error: { kind: "not-waivable" } });
    expect(await ask("security")).toEqual({ ok: false, error: { kind: "nothing-to-waive" } });
  });
});

describe("the countersignature", () => {
  const concluded = async (by = reviewer): Promise<{ id: string; conclusionId: string }> => {
    const id = await aRequestAtGate2(deps, town);
    await done(recordSearch(deps, by, { ...(await having(deps, by, id)), gate: "open-source", query: "xylophone quantique" }));
    const { entry } = await done(
      concludeGate(deps, by, { ...(await having(deps, by, id)), gate: "open-source", verdict: RULED_OUT, statement: "Rien." }),
    );
    return { id, conclusionId: entry.id };
  };

  it("is needed to leave gate 2, and is never the writer's", async () => {
    const both = await anAgent(deps, town.id, { roles: ["reviewer", "guarantor"] });
    const { id, conclusionId } = await concluded(both);
    expect(await statusOf(id)).toBe("to-countersign open-source");
    const sign = { ...(await having(deps, both, id)), conclusionId, statement: null };
    expect(await countersign(deps, both, sign)).toEqual({ ok: false, error: { kind: "same-person" } });
    await done(countersign(deps, guarantor, sign));
    expect(await statusOf(id)).toBe("searching proprietary");
  });

  it("may be the writer's where the authority has a single IT person, and the entry says so", async () => {
    const hamlet = await anAuthority(deps, { name: "Petite commune" });
    await deps.db.updateTable("authority").set({ countersignature: "single-person" }).where("id", "=", hamlet.id).execute();
    const alone = await anAgent(deps, hamlet.id, { roles: ["reviewer", "guarantor", "requester"] });
    const one = { ...hamlet, reviewer: alone, guarantor: alone };
    const id = await aRequestAtGate2(deps, one);
    await ruleOut(deps, one, id, "open-source");
    const last = (await requestNow(deps, alone, id)).entries.at(-1);
    expect(last?.content).toMatchObject({ kind: "countersigned", exception: "single-person" });
  });

  it("can be refused: the conclusion goes back, and the gate is open again", async () => {
    const { id, conclusionId } = await concluded();
    await done(sendBack(deps, guarantor, { ...(await having(deps, guarantor, id)), conclusionId, reason: "Cherchez aussi GRR." }));
    expect(await statusOf(id)).toBe("searching open-source");
    const again = { ...(await having(deps, guarantor, id)), conclusionId, statement: null };
    expect(await countersign(deps, guarantor, again)).toEqual({ ok: false, error: { kind: "out-of-order" } });
  });

  it("signs the statement as reworded, not as it first was", async () => {
    const { id, conclusionId } = await concluded();
    const reword = { ...(await having(deps, reviewer, id)), conclusionId, statement: "Rien, après trois recherches.", why: "Précision." };
    const { entry } = await done(rewordConclusion(deps, reviewer, reword));
    const sign = async (on: string) =>
      countersign(deps, guarantor, { ...(await having(deps, guarantor, id)), conclusionId: on, statement: null });
    expect(await sign(conclusionId)).toEqual({ ok: false, error: { kind: "out-of-order" } });
    expect((await sign(entry.id)).ok).toBe(true);
  });
});

describe("two people at once", () => {
  it("the second is told what changed, and may send again", async () => {
    const id = await aRequestAtGate2(deps, town);
    const other = await anAgent(deps, town.id, { roles: ["reviewer"] });
    const read = await having(deps, other, id);
    await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "open-source", query: "salles" }));
    const search = { gate: "open-source", query: "planning" } as const;
    const refused = await recordSearch(deps, other, { ...read, ...search });
    expect(refused).toMatchObject({ ok: false, error: { kind: "stale", since: [{ content: { kind: "search-recorded" } }] } });
    expect((await recordSearch(deps, other, { ...(await having(deps, other, id)), ...search })).ok).toBe(true);
  });

  it("a form posted twice writes once", async () => {
    const id = await aRequestAtGate2(deps, town);
    const input = { ...(await having(deps, reviewer, id)), gate: "open-source", query: "salles" } as const;
    const [first, second] = await Promise.all([recordSearch(deps, reviewer, input), recordSearch(deps, reviewer, input)]);
    expect(first.ok && second.ok).toBe(true);
    const searches = (await requestNow(deps, reviewer, id)).entries.filter(({ id: entryId }) => entryId === input.entryId);
    expect(searches).toHaveLength(1);
    const need = { id: newId<string>(), need: aNeed(town.departments.library), fits: null };
    const requests = await Promise.all([submitRequest(deps, requester, need), submitRequest(deps, requester, need)]);
    expect(new Set(requests.map((result) => result.ok && result.value.reference)).size).toBe(1);
  });
});

describe("after the decision", () => {
  it("nothing is added to the procedure; a new round starts, linked to the first", async () => {
    const id = await aDecidedRequest(deps, town);
    const need = { need: aNeed(town.departments.library), why: "Changé." };
    expect(await structureNeed(deps, reviewer, { ...(await having(deps, reviewer, id)), ...need })).toEqual({
      ok: false,
      error: { kind: "out-of-order" },
    });
    const next = await done(openRound(deps, requester, { previousId: id, id: newId<string>(), why: "Le produit s’arrête." }));
    expect(await requestNow(deps, reviewer, next.id)).toMatchObject({ round: 2, previousId: id });
    expect(await done(openRound(deps, requester, { previousId: id, id: newId<string>(), why: "Encore." }))).toEqual(next);
  });

  it("use is confirmed only once it has begun", async () => {
    const id = await aDecidedRequest(deps, town);
    const answer = { ...(await having(deps, requester, id)), outcome: "yes", reason: "Tout le service s’en sert." } as const;
    expect(await confirmUse(deps, requester, answer)).toEqual({ ok: false, error: { kind: "not-in-use-yet" } });
  });
});

describe("a neighbour", () => {
  it("finds no request of ours, whatever they try", async () => {
    const neighbour = await anAuthority(deps, { name: "Ville voisine" });
    const id = await aRequestAtGate2(deps, town);
    const input = { ...(await having(deps, reviewer, id)), gate: "open-source", query: "salles" } as const;
    expect((await recordSearch(deps, reviewer, input)).ok).toBe(true);
    expect(await recordSearch(deps, neighbour.reviewer, { ...input, entryId: newId() })).toEqual({
      ok: false,
      error: { kind: "not-found" },
    });
    expect(await withdrawRequest(deps, neighbour.reviewer, { requestId: id, entryId: newId(), seen: 99, reason: "Non." })).toEqual({
      ok: false,
      error: { kind: "not-found" },
    });
    const need = { id: newId<string>(), need: aNeed(town.departments.library), fits: null };
    expect(await submitRequest(deps, neighbour.requester, need)).toEqual({ ok: false, error: { kind: "unknown-department" } });
  });
});

describe("the journal", () => {
  it("is intact after all this, and names the first entry that was tampered with", async () => {
    expect(await verifyJournal(deps.db, town.id)).toMatchObject({ intact: true });
    const victim = await deps.db
      .selectFrom("journalEntry")
      .select(["id", "sequence"])
      .where("authorityId", "=", town.id)
      .where("what", "=", "gate-concluded")
      .orderBy("sequence")
      .executeTakeFirstOrThrow();
    await expect(deps.db.deleteFrom("requestEntry").where("id", "=", victim.id).execute()).rejects.toThrow(/never changed/);
    await deps.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`update request_entry set content = jsonb_set(content, '{statement}', '"Tout convient."') where id = ${victim.id}`.execute(
        trx,
      );
    });
    expect(await verifyJournal(deps.db, town.id)).toEqual({
      intact: false,
      sequence: victim.sequence,
      id: victim.id,
      reason: "changed-content",
    });
  });
});

describe("the summary that lists read", () => {
  it("is what the entries say, for every request of every authority", async () => {
    const { rows } = await sql<{
      requestId: string;
      authorityId: AuthorityId;
      gate: number | null;
      state: string;
      dueOn: string | null;
      waitsFor: string | null;
      entries: number;
      arcade: string;
      pendingWaivers: number;
      solution: string | null;
    }>`
      select request_id, authority_id, gate, state, due_on, waits_for, entries, arcade, pending_waivers, solution from request_summary`.execute(
      deps.db,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { requestId, authorityId, arcade, ...stored } of rows) {
      const request = await readAuthority(deps.db, authorityId, (reader) => loadRequest(reader, requestId));
      if (request === undefined) throw new Error("A summary without its request");
      const { targetDays } = await readAuthority(deps.db, authorityId, authoritySettings);
      const derived = summaryOf(request, targetDays);
      expect(derived).toMatchObject(stored);
      expect(arcadeStates(arcade)).toEqual(derived.arcade);
    }
  });
});
