import { describe, expect, it } from "vitest";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDeps } from "#src/platform/testing.ts";
import { candidateOf, obstaclesOf } from "../domain/candidates.ts";
import { conclusionsOf } from "../domain/request.ts";
import { aDecidedRequest, anExamination, anExaminedCandidate, aRequestAtGate2, done, having, requestNow } from "../testing.ts";
import { addCandidate } from "./add-candidate.ts";
import { answerWaiver } from "./answer-waiver.ts";
import { concludeGate } from "./conclude-gate.ts";
import { countersign } from "./countersign.ts";
import { examineCandidate } from "./examine-candidate.ts";
import { postMessage } from "./post-message.ts";
import { recordSearch } from "./record-search.ts";
import { requestWaiver } from "./request-waiver.ts";
import { rewordConclusion } from "./reword-conclusion.ts";
import { sendBack } from "./send-back.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const { reviewer, guarantor, requester } = town;
const both = await anAgent(deps, town.id, { roles: ["reviewer", "guarantor"], departmentId: town.departments.it });

describe("the identifier that comes with a form", () => {
  const say = (requestId: string, entryId: string, agent = requester) =>
    postMessage(deps, agent, { requestId, entryId, kind: "answer-given", text: "Voici.", files: [] });

  it("writes once for whoever wrote it, and nothing for somebody else: they are told", async () => {
    const id = await aRequestAtGate2(deps, town);
    const key = newId<string>();
    const first = await done(say(id, key));
    expect((await done(say(id, key))).entry).toEqual(first.entry);
    expect(await say(id, key, reviewer)).toEqual({ ok: false, error: { kind: "key-taken" } });
  });

  it("is refused when it is that of an entry of another request, or of anything else in the journal", async () => {
    const [id, other] = [await aRequestAtGate2(deps, town), await aDecidedRequest(deps, town)];
    const elsewhere = (await requestNow(deps, reviewer, other)).entries.find(({ personId }) => personId === requester.id);
    expect(await say(id, elsewhere?.id ?? "")).toEqual({ ok: false, error: { kind: "key-taken" } });
    const journaled = await deps.db.selectFrom("journalEntry").select("id").where("subjectType", "<>", "request").executeTakeFirstOrThrow();
    expect(await say(id, journaled.id)).toEqual({ ok: false, error: { kind: "key-taken" } });
  });

  it("makes no second candidate under the identifier of a first one", async () => {
    const id = await aRequestAtGate2(deps, town);
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source");
    const again = { ...(await having(deps, both, id)), entryId: candidateId, gate: "open-source", name: "Autre", licence: null } as const;
    expect(await addCandidate(deps, both, { ...again, origin: { type: "entered" } })).toMatchObject({ ok: false });
  });
});

async function concludedBoth(id: string): Promise<string> {
  await done(recordSearch(deps, both, { ...(await having(deps, both, id)), gate: "open-source", query: "réservation de salles" }));
  const candidateId = await anExaminedCandidate(deps, town, id, "open-source");
  const verdict = { kind: "retained", candidateId } as const;
  const input = { ...(await having(deps, both, id)), gate: "open-source", verdict, statement: "GRR répond." } as const;
  return (await done(concludeGate(deps, both, input))).entry.id;
}

describe("a conclusion that a colleague reworded", () => {
  it("is still not countersigned by who wrote it first", async () => {
    const id = await aRequestAtGate2(deps, town);
    const conclusionId = await concludedBoth(id);
    const words = { conclusionId, statement: "GRR répond au besoin.", why: "Plus clair." };
    const { entry } = await done(rewordConclusion(deps, reviewer, { ...(await having(deps, reviewer, id)), ...words }));
    const sign = async (agent: typeof both) =>
      countersign(deps, agent, { ...(await having(deps, agent, id)), conclusionId: entry.id, statement: null });
    expect(await sign(both)).toEqual({ ok: false, error: { kind: "same-person" } });
    expect((await sign(guarantor)).ok).toBe(true);
  });

  it("does not come back in its first words once it is sent back", async () => {
    const id = await aRequestAtGate2(deps, town);
    const conclusionId = await concludedBoth(id);
    const words = { conclusionId, statement: "GRR répond au besoin.", why: "Plus clair." };
    const { entry } = await done(rewordConclusion(deps, reviewer, { ...(await having(deps, reviewer, id)), ...words }));
    expect(conclusionsOf(await requestNow(deps, reviewer, id)).get("open-source")?.id).toBe(entry.id);
    await done(sendBack(deps, guarantor, { ...(await having(deps, guarantor, id)), conclusionId: entry.id, reason: "À revoir." }));
    expect(conclusionsOf(await requestNow(deps, reviewer, id)).get("open-source")).toBeUndefined();
  });
});

describe("a waiver", () => {
  it("is of what was found when it was asked: a worse finding needs another one", async () => {
    const id = await aRequestAtGate2(deps, town);
    const failing = (reason: string) => ({
      knockOuts: { ...anExamination("open-source").knockOuts, security: { passes: false, reason } },
    });
    const candidateId = await anExaminedCandidate(deps, town, id, "open-source", failing("Mot de passe trop court."));
    const ask = { candidateId, object: "security", reason: "Corrigé en mars." } as const;
    const { entry } = await done(requestWaiver(deps, reviewer, { ...(await having(deps, reviewer, id)), ...ask }));
    await done(
      answerWaiver(deps, guarantor, { ...(await having(deps, guarantor, id)), requestedBy: entry.id, granted: true, reason: "Soit." }),
    );
    const waived = async () => {
      const request = await requestNow(deps, reviewer, id);
      const candidate = candidateOf(request, candidateId);
      return candidate === undefined ? [] : obstaclesOf(request, candidate).map((obstacle) => obstacle.waived);
    };
    const examineAgain = async (reason: string) =>
      done(
        examineCandidate(deps, reviewer, {
          ...(await having(deps, reviewer, id)),
          candidateId,
          examination: anExamination("open-source", { ...failing(reason), opinion: "suitable" }),
          why: "Précision.",
        }),
      );
    expect(await waived()).toEqual([true]);
    await examineAgain("Mot de passe trop court.");
    expect(await waived()).toEqual([true]);
    await examineAgain("Aucun mot de passe.");
    expect(await waived()).toEqual([false]);
    expect((await requestWaiver(deps, reviewer, { ...(await having(deps, reviewer, id)), ...ask })).ok).toBe(true);
  });
});
