import { deflateSync, gunzipSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { revokeAgentTokenByCommand } from "../usecases/revoke-agent-token.ts";
import { NOT_COLLECTED } from "./agent-answers.ts";
import { aDoor, aToken, COMPRESSIONS, post } from "./test-agents.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const origin = await aDoor(deps);
const { token } = await aToken(deps, town.id);
const door = `${origin}/agents/${token}`;

const AGENT_ID = "0fe1a4ae-1c2b-4c5e-9a3c-0123456789ab";
const PROLOG = '<?xml version="1.0" encoding="UTF-8" ?><REQUEST><DEVICEID>poste-2026</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>';
const CONTACT = { action: "contact", deviceid: "poste-2026", name: "GLPI-Agent", version: "1.15", "installed-tasks": ["inventory"] };
const INVENTORY = {
  action: "inventory",
  deviceid: "poste-2026",
  itemtype: "Computer",
  content: {
    hardware: { name: "poste", uuid: "4C4C4544-0034-3010-8048-B6C04F503732", chassis_type: "Laptop" },
    operatingsystem: { full_name: "Debian GNU/Linux 12 (bookworm)", kernel_name: "linux", version: "12" },
    softwares: [{ name: "firefox-esr", version: "128.5.0esr-1", publisher: "Debian", from: "deb" }],
    versionclient: "GLPI-Agent_v1.15",
  },
};

/** What an agent understands of an answer, by its own rules: the compression is that of its type. */
function read(type: string, bytes: Buffer): string {
  if (/compress-zlib|x-compress$/.test(type)) return inflateSync(bytes).toString();
  return /gzip/.test(type) ? gunzipSync(bytes).toString() : bytes.toString();
}

describe("a conversation", () => {
  for (const [name, { type, compress }] of Object.entries(COMPRESSIONS)) {
    it(`of a newer agent, in ${name}: it is told to speak JSON, then what not to collect, then thanked`, async () => {
      const headers = { "content-type": type, "glpi-agent-id": AGENT_ID };
      const first = await post(door, compress(PROLOG), headers);
      expect([first.status, first.type, read(first.type, first.bytes)]).toEqual([200, type, '{"status":"pending"}']);

      const second = await post(door, compress(JSON.stringify(CONTACT)), headers);
      expect([second.status, second.type]).toEqual([200, type]);
      expect(JSON.parse(read(second.type, second.bytes))).toEqual({
        status: "ok",
        expiration: 24,
        tasks: { inventory: { server: "glpi", version: "11.0.0", "no-category": NOT_COLLECTED.join(",") } },
      });

      const third = await post(door, compress(JSON.stringify(INVENTORY)), headers);
      expect([third.status, third.type, JSON.parse(read(third.type, third.bytes))]).toEqual([200, type, { status: "ok", expiration: 24 }]);
    });

    it(`of an older agent, in ${name}: it is told to send its inventory in XML, and thanked in XML`, async () => {
      const spoken = type === "application/json" ? "application/xml" : type;
      const first = await post(door, compress(PROLOG), { "content-type": spoken });
      expect([first.status, first.type]).toEqual([200, spoken]);
      expect(read(first.type, first.bytes)).toMatch(/<REPLY><PROLOG_FREQ>24<\/PROLOG_FREQ><RESPONSE>SEND<\/RESPONSE><\/REPLY>/);
      const inventory = PROLOG.replace("PROLOG", "INVENTORY").replace(
        "</REQUEST>",
        "<CONTENT><HARDWARE><NAME>poste</NAME></HARDWARE></CONTENT></REQUEST>",
      );
      const second = await post(door, compress(inventory), { "content-type": spoken });
      expect([second.status, second.type]).toEqual([200, spoken]);
      expect(read(second.type, second.bytes)).toContain("<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE>");
    });
  }

  it("begins with pending and nothing else: with a delay, an agent would sleep instead of asking again", async () => {
    const { bytes } = await post(door, deflateSync(PROLOG), { "glpi-agent-id": AGENT_ID });
    expect(Object.keys(JSON.parse(inflateSync(bytes).toString()))).toEqual(["status"]);
  });

  it("gives back the number of a request, and answers one asked again by GET", async () => {
    const answer = await fetch(door, { headers: { "glpi-request-id": "0A1B2C3D" } });
    expect([answer.status, answer.headers.get("glpi-request-id"), (await answer.json()).status]).toEqual([200, "0A1B2C3D", "ok"]);
  });
});

describe("a compression that is not the one said", () => {
  it("is recognised by its first bytes, and is that of the answer", async () => {
    const wrong = [
      [deflateSync(PROLOG), "x-gzip", "application/x-compress-zlib"],
      [COMPRESSIONS.gzip.compress(PROLOG), "application/x-compress", "application/x-compress-gzip"],
      [Buffer.from(PROLOG), "application/x-compress-zlib", "application/xml"],
      [deflateSync(PROLOG), "application/xml", "application/x-compress-zlib"],
      [deflateSync(PROLOG), "", "application/x-compress-zlib"],
    ] as const;
    for (const [body, said, answered] of wrong) {
      const { status, type, bytes } = await post(door, body, { "content-type": said });
      expect([said, status, type]).toEqual([said, 200, answered]);
      expect(read(type, bytes)).toContain("<RESPONSE>SEND</RESPONSE>");
    }
  });
});

describe("the token", () => {
  const basic = (pair: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(pair).toString("base64")}` });

  it("is asked for by 401 where none came, as agents send a password only after one", async () => {
    const { status, headers, type, bytes } = await post(`${origin}/agents`, deflateSync(PROLOG), {
      "content-type": "application/x-compress",
    });
    expect([status, headers.get("www-authenticate"), type]).toEqual([401, 'Basic realm="Beffroi"', "application/x-compress"]);
    expect(read(type, bytes)).toContain("<ERROR>");
  });

  it("is the password of Basic authentication, or its name, or in the address", async () => {
    for (const pair of [`agent:${token}`, `${token}:`, token])
      expect((await post(`${origin}/agents`, PROLOG, basic(pair))).status).toBe(200);
    expect((await post(door, PROLOG)).status).toBe(200);
  });

  it("that is unknown is refused in the agent's own protocol, and asks for no other password", async () => {
    for (const url of [`${origin}/agents/${"x".repeat(24)}`, `${origin}/agents/%00`, `${origin}/agents/${"y".repeat(5_000)}`]) {
      const { status, headers, bytes } = await post(url, JSON.stringify(INVENTORY), { "glpi-agent-id": AGENT_ID });
      expect([status, headers.get("www-authenticate"), JSON.parse(bytes.toString()).status]).toEqual([403, null, "error"]);
    }
    expect((await post(`${origin}/agents`, PROLOG, basic("agent:wrong"))).status).toBe(403);
  });

  it("that is revoked is refused from the next request on", async () => {
    const other = await aToken(deps, town.id);
    const send = () => post(`${origin}/agents/${other.token}`, JSON.stringify(INVENTORY), { "glpi-agent-id": AGENT_ID });
    expect((await send()).status).toBe(200);
    expect((await revokeAgentTokenByCommand(deps, town.id, other.id)).ok).toBe(true);
    expect((await send()).status).toBe(403);
  });

  it("writes for its own authority alone, and notes its use to the hour", async () => {
    const neighbour = await anAuthority(deps, { name: "Ville voisine" });
    const theirs = await aToken(deps, neighbour.id);
    const lastUse = () => deps.db.selectFrom("agentToken").select("lastUsedAt").where("id", "=", theirs.id).executeTakeFirstOrThrow();
    expect((await lastUse()).lastUsedAt).toBeNull();
    await post(`${origin}/agents/${theirs.token}`, JSON.stringify({ ...INVENTORY, deviceid: "voisin" }));
    const machines = await deps.db.selectFrom("machine").select(["authorityId"]).where("agentIdentity", "=", "voisin").execute();
    expect(machines).toEqual([{ authorityId: neighbour.id }]);
    expect((await lastUse()).lastUsedAt).toEqual(deps.now());
  });
});
