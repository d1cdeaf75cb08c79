import { expect, it } from "vitest";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDeps } from "#src/platform/testing.ts";
import { createAgentToken } from "./create-agent-token.ts";
import { recogniseAgent } from "./recognise-agent.ts";
import { revokeAgentToken } from "./revoke-agent-token.ts";

const deps = await testDeps();
const { id: authorityId } = await anAuthority(deps);
const administrator = await anAgent(deps, authorityId, { roles: ["administrator"] });

async function aToken(): Promise<{ readonly id: string; readonly token: string }> {
  const made = await createAgentToken(deps, administrator, { id: newId<string>(), label: "Mairie" });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

it("a token opens its authority's door until it is revoked; both are lines of the journal", async () => {
  const { id, token } = await aToken();
  expect(await recogniseAgent(deps, token)).toBe(authorityId);
  expect(await revokeAgentToken(deps, administrator, { id })).toEqual({ ok: true, value: null });
  expect(await revokeAgentToken(deps, administrator, { id })).toEqual({ ok: false, error: { kind: "not-found" } });
  expect(await recogniseAgent(deps, token)).toBeUndefined();
  const journaled = await deps.db
    .selectFrom("journalEntry")
    .select(["what", "personId"])
    .where("subjectId", "=", id)
    .orderBy("sequence")
    .execute();
  expect(journaled).toEqual(["agent-token-made", "agent-token-revoked"].map((what) => ({ what, personId: administrator.id })));
});

it("the use of a token is noted to the hour: thousands of agents do not write one row at each message", async () => {
  const { id, token } = await aToken();
  const usedAt = async () =>
    (await deps.db.selectFrom("agentToken").select("lastUsedAt").where("id", "=", id).executeTakeFirstOrThrow()).lastUsedAt;
  const use = async (minutes: number) => {
    deps.clock.now = new Date(Date.UTC(2026, 0, 5, 8, minutes));
    await recogniseAgent(deps, token);
    return (await usedAt())?.toISOString().slice(11, 16);
  };
  expect([await use(0), await use(59), await use(60)]).toEqual(["08:00", "08:00", "09:00"]);
});
