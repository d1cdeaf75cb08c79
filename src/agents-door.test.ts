import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { createAgentTokenByCommand } from "#src/machines/public.ts";
import { aWorld } from "./app-testing.ts";

const { deps, app, ours } = await aWorld();
const made = await createAgentTokenByCommand(deps, ours.authority.id, "Mairie");
const token = made.ok ? made.value.token : "";
const send = (path: string, body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}) =>
  app.request(`${deps.config.publicUrl}${path}`, { method: "POST", headers, body: typeof body === "string" ? body : new Uint8Array(body) });

const INVENTORY = {
  action: "inventory",
  deviceid: "porte",
  content: { hardware: { name: "porte" }, operatingsystem: { full_name: "Debian GNU/Linux 12", kernel_name: "linux" } },
};

it("agents come in without session, cookie or origin, where a form of another site is refused", async () => {
  expect((await send(`/agents/${token}`, deflateSync(JSON.stringify(INVENTORY)), { origin: "https://ailleurs.example" })).status).toBe(200);
  expect((await send("/parc/declarer", "nom=x", { origin: "https://ailleurs.example" })).status).toBe(403);
  const found = await deps.db.selectFrom("machine").select("authorityId").where("agentIdentity", "=", "porte").execute();
  expect(found).toEqual([{ authorityId: ours.authority.id }]);
});

it("what is too large for a form is refused by the agents' own answer, not by a page", async () => {
  const answer = await send(`/agents/${token}`, Buffer.alloc(13_000_000, 0x61), { "content-type": "application/json" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([413, "application/json"]);
});
