import { beforeAll, describe, expect, it } from "vitest";
import { anAgent, anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { suggestionById } from "../db/suggestions.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import { aSuggestion } from "../testing.ts";
import { declineSuggestion } from "./decline-suggestion.ts";
import { suggestSoftware } from "./suggest-software.ts";
import { takeUpSuggestion } from "./take-up-suggestion.ts";
import { withdrawSuggestion } from "./withdraw-suggestion.ts";

const deps = await testDeps();
const { db } = deps;
let ours: TestAuthority;
let neighbour: TestAuthority;
let colleague: Agent;

const fieldsOf = ({ name }: Suggestion) => ({ titre: [name] });
const stored = (id: string): Promise<Suggestion | undefined> => readAuthority(db, ours.id, (reader) => suggestionById(reader, id));
const toldTo = async (agent: Agent): Promise<readonly string[]> =>
  (await db.selectFrom("notification").select("kind").where("personId", "=", agent.id).execute()).map(({ kind }) => kind);
const fresh = async (): Promise<string> => {
  await db.deleteFrom("suggestion").execute();
  await db.deleteFrom("notification").execute();
  return aSuggestion(deps, ours.reviewer, { departmentId: ours.departments.library, slug: "grr" });
};
const takeUp = (agent: Agent, id: string, draftId = newId<string>()) => takeUpSuggestion(deps, agent, { id, draftId, fieldsOf });

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  colleague = await anAgent(deps, ours.id, { roles: ["requester"], departmentId: ours.departments.library });
  await givenSoftware(db, { slug: "grr", name: "GRR" });
});

describe("proposing a software", () => {
  const input = () => ({ id: newId<string>(), slug: "grr", departmentId: ours.departments.library as string, reason: "Les salles." });

  it("tells the people of the department who may make a request of it, once", async () => {
    await fresh();
    await db.deleteFrom("suggestion").execute();
    const sent = input();
    expect(await suggestSoftware(deps, ours.reviewer, sent)).toEqual({ ok: true, value: { told: 2 } });
    expect(await suggestSoftware(deps, ours.reviewer, sent)).toEqual({ ok: true, value: { told: 2 } });
    expect([await toldTo(ours.requester), await toldTo(colleague), await toldTo(ours.guarantor)]).toEqual([
      ["suggestion-made"],
      ["suggestion-made"],
      [],
    ]);
    expect(await suggestSoftware(deps, ours.reviewer, input())).toEqual({ ok: false, error: { kind: "already-proposed" } });
    const [entry] = await db.selectFrom("journalEntry").select("what").where("subjectId", "=", sent.id).execute();
    expect(entry?.what).toBe("software-proposed");
  });

  it("is for reviewers, and for departments and software that exist", async () => {
    await fresh();
    await db.deleteFrom("suggestion").execute();
    const refusal = async (agent: Agent, change: object): Promise<string> => {
      const result = await suggestSoftware(deps, agent, { ...input(), ...change });
      return result.ok ? "done" : result.error.kind;
    };
    expect(await refusal(ours.requester, {})).toBe("not-allowed");
    expect(await refusal(ours.reviewer, { departmentId: neighbour.departments.library })).toBe("unknown-department");
    expect(await refusal(ours.reviewer, { slug: "unknown" })).toBe("not-found");
    expect(await refusal(ours.reviewer, {})).toBe("done");
  });

  it("a neighbour who sends our form again proposes nothing in our place", async () => {
    const id = await fresh();
    const departmentId = neighbour.departments.library;
    expect((await suggestSoftware(deps, neighbour.reviewer, { ...input(), id, departmentId })).ok).toBe(true);
    expect((await stored(id))?.proposedBy).toBe(ours.reviewer.id);
  });
});

describe("taking a suggestion up", () => {
  it("makes a draft of the person's own, and tells who proposed it", async () => {
    const id = await fresh();
    const taken = await takeUp(ours.requester, id);
    expect(taken.ok).toBe(true);
    const draftId = taken.ok ? taken.value.draftId : "";
    const draft = await db.selectFrom("requestDraft").select(["personId", "content"]).where("id", "=", draftId).executeTakeFirst();
    expect(draft).toEqual({ personId: ours.requester.id, content: { titre: ["GRR"] } });
    expect(await stored(id)).toMatchObject({ state: "taken-up", draftId, hasDraft: true, reference: null });
    expect(await toldTo(ours.reviewer)).toEqual(["suggestion-taken-up"]);
  });

  it("twice makes one draft, and does not write over what was typed since", async () => {
    const id = await fresh();
    const key = newId<string>();
    await takeUp(ours.requester, id, key);
    await db
      .updateTable("requestDraft")
      .set({ content: JSON.stringify({ titre: ["Mes mots"] }) })
      .where("id", "=", key)
      .execute();
    expect(await takeUp(ours.requester, id, newId<string>())).toEqual({ ok: true, value: { draftId: key } });
    const { content } = await db.selectFrom("requestDraft").select("content").where("id", "=", key).executeTakeFirstOrThrow();
    expect(content).toEqual({ titre: ["Mes mots"] });
    expect(await toldTo(ours.reviewer)).toHaveLength(1);
  });

  it("may begin again when the draft was thrown away", async () => {
    const id = await fresh();
    const key = newId<string>();
    await takeUp(ours.requester, id, key);
    await db.deleteFrom("requestDraft").where("id", "=", key).execute();
    expect(await takeUp(ours.requester, id)).toEqual({ ok: true, value: { draftId: key } });
    expect((await stored(id))?.hasDraft).toBe(true);
  });

  it("is for one person of the department: a colleague comes second, others not at all", async () => {
    const id = await fresh();
    expect(await takeUp(ours.reviewer, id)).toEqual({ ok: false, error: { kind: "other-department" } });
    expect(await takeUp(ours.electedOfficial, id)).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await takeUp(neighbour.requester, id)).toEqual({ ok: false, error: { kind: "not-found" } });
    const library = { roles: ["requester"], departmentId: ours.departments.library } as const;
    const many = await Promise.all([1, 2, 3, 4, 5, 6].map(() => anAgent(deps, ours.id, library)));
    const taken = await Promise.all([ours.requester, colleague, ...many].map((person) => takeUp(person, id)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taken.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "already-answered", current: { state: "taken-up" } } });
    for (const person of many) await db.updateTable("membership").set({ leftAt: deps.now() }).where("personId", "=", person.id).execute();
  });
});

describe("declining and withdrawing", () => {
  it("declines with a reason that the proposer is told of, once", async () => {
    const id = await fresh();
    const decline = (agent: Agent, reason: string) => declineSuggestion(deps, agent, { id, reason });
    expect(await decline(ours.reviewer, "Non.")).toEqual({ ok: false, error: { kind: "other-department" } });
    expect((await decline(ours.requester, "Non.")).ok).toBe(true);
    expect((await decline(ours.requester, "Non.")).ok).toBe(true);
    expect(await toldTo(ours.reviewer)).toEqual(["suggestion-declined"]);
    expect(await stored(id)).toMatchObject({ state: "declined", answer: "Non.", answeredByName: "Rose Demandeuse" });
    expect(await decline(colleague, "Si.")).toMatchObject({ error: { kind: "already-answered", current: { answer: "Non." } } });
    expect(await takeUp(colleague, id)).toMatchObject({ error: { kind: "already-answered" } });
  });

  it("withdraws what nobody answered, and may then propose it anew", async () => {
    const id = await fresh();
    expect(await withdrawSuggestion(deps, ours.requester, { id })).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await withdrawSuggestion(deps, neighbour.reviewer, { id })).toEqual({ ok: false, error: { kind: "not-found" } });
    for (let times = 0; times < 2; times += 1) expect((await withdrawSuggestion(deps, ours.reviewer, { id })).ok).toBe(true);
    expect(await takeUp(ours.requester, id)).toMatchObject({ error: { kind: "already-answered" } });
    const again = { id: newId<string>(), slug: "grr", departmentId: ours.departments.library, reason: "Mieux." };
    expect((await suggestSoftware(deps, ours.reviewer, again)).ok).toBe(true);
    expect((await takeUp(ours.requester, again.id)).ok).toBe(true);
    expect(await withdrawSuggestion(deps, ours.reviewer, { id: again.id })).toMatchObject({ error: { kind: "already-answered" } });
  });
});
