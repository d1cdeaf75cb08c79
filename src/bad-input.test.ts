import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAgent } from "#src/authorities/testing.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { addressFor, aWorld, cookieOf, send } from "./app-testing.ts";

const world = await aWorld();
const everybody = await anAgent(world.deps, world.ours.authority.id, { roles: ROLES, departmentId: world.ours.authority.departments.it });
const cookie = await cookieOf(world, everybody);
const posts = world.app.declared.filter(({ method }) => method === "POST");
const gets = world.app.declared.filter(({ method }) => method === "GET");

/** They end the session itself, or bring another one. */
const SESSION = ["/deconnexion", "/connexion", "/mon-compte/deconnexions", "/mon-compte/mot-de-passe"];

const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "\0",
      "a\0b",
      "\uD800",
      "\u202E",
      "<script>alert(1)</script>",
      "' or 1=1 --",
      "{{7*7}}",
      "../../etc/passwd",
      "javascript:alert(1)",
      "%00",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "-1",
      "0",
      "1e309",
      "NaN",
      "99999999999999999999",
      "2026-02-30",
      "0000-00-00",
      "9999-12-31",
      "2027-01-01",
      "12,345",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      world.theirs.open,
      world.theirs.candidate,
      world.theirs.authority.departments.it,
      world.theirs.installation,
      world.ours.open,
      world.ours.authority.departments.library,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "x".repeat(6_000),
      "é".repeat(300),
      "\n".repeat(5_001),
      "oui",
      "on",
      "suitable",
      "ecarter",
      "accorder",
      "retained",
    ),
  },
);

/** The names that a page's forms use, so that what is posted reaches the code behind them. */
async function namesAt(address: string): Promise<readonly string[]> {
  const html = await (await send(world, "GET", address, cookie)).text();
  return [...new Set([...html.matchAll(/\sname="([^"]{1,80})"/g)].map(([, name]) => name ?? ""))].filter(
    (name) => !["viewport", "robots", "color-scheme", "retour", "langue"].includes(name),
  );
}

describe("whatever is posted", () => {
  for (const { path } of posts.filter((route) => !SESSION.includes(route.path))) {
    it(`${path} answers without a fault`, async () => {
      const address = addressFor(path, world.ours) ?? "";
      const page = gets.some((route) => route.path === path) ? address : address.replace(/\/[^/]+$/, "");
      const names = [...(await namesAt(page)), "_cle", "_version", "pourquoi", "autre"];
      const form = fc.dictionary(fc.constantFrom(...names), fc.oneof(hostile, fc.array(hostile, { maxLength: 3 })), {
        maxKeys: names.length,
      });
      await fc.assert(
        fc.asyncProperty(form, async (values) => {
          const body = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => [name, each])));
          const answer = await send(world, "POST", address, cookie, body.toString());
          expect(answer.status, `${address} ${body}`).toBeLessThan(500);
        }),
        { numRuns: 8 },
      );
    });
  }

  it("a body that is no form, or a broken one, is refused in words", async () => {
    const address = `/demandes/${world.ours.open}/messages`;
    for (const type of [
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded; charset=utf-16",
      "text/plain",
    ]) {
      const headers = { cookie, origin: world.deps.config.publicUrl, "content-type": type };
      const answer = await world.app.request(`${world.deps.config.publicUrl}${address}`, {
        method: "POST",
        headers,
        body: "--x\r\nbroken",
      });
      expect([type, answer.status < 500]).toEqual([type, true]);
    }
  });

  it("a draft keeps what its form asks, and nothing that was slipped in beside it", async () => {
    const key = crypto.randomUUID();
    const body = new URLSearchParams({ titre: "Un besoin", besoin: "Des mots", service: world.ours.authority.departments.it, _cle: key });
    for (const [name, value] of [
      ["autre", "a\0b"],
      ["a\0b", "x"],
      ["__proto__", "x"],
      ["lourd", "a".repeat(100_000)],
    ])
      body.append(name ?? "", value ?? "");
    expect((await send(world, "POST", "/demandes/nouvelle", cookie, body.toString())).status).toBe(303);
    const kept = await world.deps.db.selectFrom("requestDraft").select("content").where("id", "=", key).executeTakeFirstOrThrow();
    expect(JSON.stringify(kept.content).length).toBeLessThan(500);
  });

  it("ten megabytes of text come back with a clear message, as many signs to escape are refused, and thirteen megabytes are not read", async () => {
    const address = "/demandes/nouvelle";
    const sent = (besoin: string) => send(world, "POST", address, cookie, new URLSearchParams({ titre: "Un besoin", besoin }).toString());
    const long = await sent("a".repeat(10_000_000));
    expect(long.status).toBe(422);
    const html = await long.text();
    expect(html).toContain("trop long");
    expect(html.length).toBeGreaterThan(10_000_000);
    // Escaped one by one, these would take more memory than the server has.
    const tooMuch = await sent("<".repeat(3_500_000));
    expect([tooMuch.status, (await tooMuch.text()).includes("trop de signes")]).toEqual([413, true]);
    const body = new URLSearchParams({ besoin: "a".repeat(13_000_000) }).toString();
    const headers = {
      cookie,
      origin: world.deps.config.publicUrl,
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
    };
    const tooLong = await world.app.request(`${world.deps.config.publicUrl}${address}`, { method: "POST", headers, body });
    expect(tooLong.status).toBe(413);
  });

  it("two megabytes are too many from somebody who is not signed in, whatever length they say", async () => {
    const url = `${world.deps.config.publicUrl}/connexion`;
    const body = new URLSearchParams({ courriel: "a".repeat(2_000_000) }).toString();
    const headers = { origin: world.deps.config.publicUrl, "content-type": "application/x-www-form-urlencoded" };
    const said = await world.app.request(url, { method: "POST", headers: { ...headers, "content-length": String(body.length) }, body });
    const unsaid = await world.app.request(url, { method: "POST", headers: { ...headers, "transfer-encoding": "chunked" }, body });
    expect([said.status, unsaid.status]).toEqual([413, 413]);
    expect((await world.app.request(url, { method: "POST", headers, body: "courriel=a" })).status).toBe(422);
  });

  it("a form that another site sends is refused, though the session is good", async () => {
    const url = `${world.deps.config.publicUrl}/demandes/${world.ours.open}/messages`;
    const post = (origin: string) =>
      world.app.request(url, {
        method: "POST",
        headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
        body: "message=Bonjour",
      });
    expect((await post(world.deps.config.publicUrl)).status).toBe(303);
    expect((await post("https://evil.example")).status).toBe(403);
  });
});

describe("whatever is asked", () => {
  for (const { path } of gets) {
    it(`${path} answers without a fault to hostile addresses and queries`, async () => {
      const address = addressFor(path, world.ours) ?? "";
      const garbled = path.replace(/:([a-z]+)/g, "%00%F0%9F%94%94'--");
      const query = fc.dictionary(
        fc.constantFrom(
          "q",
          "recherche",
          "page",
          "tri",
          "ordre",
          "etat",
          "porte",
          "service",
          "vers",
          "objet",
          "retenir",
          "logiciel",
          "categorie",
          "libre",
          "par",
        ),
        hostile,
      );
      await fc.assert(
        fc.asyncProperty(query, fc.boolean(), async (values, garble) => {
          const answer = await send(world, "GET", `${garble ? garbled : address}?${new URLSearchParams(values)}`, cookie);
          expect(answer.status, `${address} ${JSON.stringify(values)}`).toBeLessThan(500);
        }),
        { numRuns: 8 },
      );
    });
  }
});
