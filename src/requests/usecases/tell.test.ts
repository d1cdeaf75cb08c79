import { expect, it } from "vitest";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aRequestAtGate2, done, having } from "../testing.ts";
import { concludeGate } from "./conclude-gate.ts";
import { postMessage } from "./post-message.ts";
import { recordSearch } from "./record-search.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const { reviewer, guarantor, requester } = town;

async function toldOf(requestId: string, kind: string): Promise<readonly string[]> {
  const told = await deps.db
    .selectFrom("notification")
    .select("personId")
    .where("subjectId", "=", requestId)
    .where("kind", "=", kind)
    .orderBy("personId")
    .execute();
  return told.map(({ personId }) => personId);
}

const idsOf = (...agents: readonly Agent[]): readonly string[] => agents.map(({ id }) => id as string).sort();

it("a conclusion to countersign is told to the guarantors, and not to the one of them who wrote it", async () => {
  const both = await anAgent(deps, town.id, { roles: ["reviewer", "guarantor"] });
  const conclude = async (by: Agent): Promise<string> => {
    const id = await aRequestAtGate2(deps, town);
    await done(recordSearch(deps, by, { ...(await having(deps, by, id)), gate: "open-source", query: "xylophone quantique" }));
    const said = { gate: "open-source", verdict: { kind: "ruled-out" }, statement: "Rien." } as const;
    await done(concludeGate(deps, by, { ...(await having(deps, by, id)), ...said }));
    return id;
  };
  // The requester was told that gate 1 was left.
  expect(await toldOf(await conclude(reviewer), "gate-concluded")).toEqual(idsOf(requester, guarantor, both));
  expect(await toldOf(await conclude(both), "gate-concluded")).toEqual(idsOf(requester, guarantor));
});

it("a question is told to the requester, and an answer to those who examine", async () => {
  const id = await aRequestAtGate2(deps, town);
  const say = async (by: Agent, kind: "question-asked" | "answer-given") =>
    done(postMessage(deps, by, { ...(await having(deps, by, id)), kind, text: "Combien de salles ?", files: [] }));
  await say(reviewer, "question-asked");
  expect(await toldOf(id, "question-asked")).toEqual(idsOf(requester));
  await say(requester, "answer-given");
  expect(await toldOf(id, "answer-given")).toEqual(idsOf(reviewer));
});
