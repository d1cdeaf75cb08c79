import { expect, it } from "vitest";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aRequest, having } from "../testing.ts";
import { withdrawRequest } from "./withdraw-request.ts";

const deps = await testDeps();
const town = await anAuthority(deps);

it("a need is taken back by whoever stated it, or by a reviewer for them, and by no colleague", async () => {
  const colleague = await anAgent(deps, town.id, { roles: ["requester"] });
  const withdraw = async (id: string, by: Agent) => withdrawRequest(deps, by, { ...(await having(deps, by, id)), reason: "Plus utile." });
  const [one, other] = [await aRequest(deps, town), await aRequest(deps, town)];
  expect(await withdraw(one, colleague)).toEqual({ ok: false, error: { kind: "not-allowed" } });
  expect((await withdraw(one, town.requester)).ok).toBe(true);
  expect((await withdraw(other, town.reviewer)).ok).toBe(true);
});
