import { expect, it } from "vitest";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { draftOf, draftsOf } from "../db/drafts.ts";
import { done } from "../testing.ts";
import { discardDraft } from "./discard-draft.ts";
import { saveDraft } from "./save-draft.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const colleague = await anAgent(deps, town.id, { roles: ["requester"] });

async function read(agent: Agent, id: string): Promise<unknown> {
  return (await readAuthority(deps.db, agent.authorityId, (reader) => draftOf(reader, agent.id, id)))?.content;
}

it("a draft is its writer's alone: a colleague neither reads, lists, overwrites nor throws it away", async () => {
  const id = newId<string>();
  const typed = { titre: "Réserver les salles" };
  await done(saveDraft(deps, town.requester, { id, typed }));
  expect(await read(town.requester, id)).toEqual(typed);
  expect(await read(colleague, id)).toBeUndefined();
  expect(await readAuthority(deps.db, town.id, (reader) => draftsOf(reader, colleague.id))).toEqual([]);
  expect(await saveDraft(deps, colleague, { id, typed: { titre: "Le mien" } })).toEqual({ ok: false, error: { kind: "not-found" } });
  expect(await discardDraft(deps, colleague, id)).toEqual({ ok: false, error: { kind: "not-found" } });
  expect(await read(town.requester, id)).toEqual(typed);
});

it("a draft that its writer throws away is gone", async () => {
  const id = newId<string>();
  await done(saveDraft(deps, town.requester, { id, typed: { titre: "Trop tôt" } }));
  await done(discardDraft(deps, town.requester, id));
  expect(await read(town.requester, id)).toBeUndefined();
});
