import { describe, expect, it } from "vitest";
import { anAgent } from "#src/authorities/testing.ts";
import { RIGHTS, ROLES } from "#src/kernel/rights.ts";
import { AGENTS, addressFor, aWorld, cookieOf, send } from "./app-testing.ts";

const world = await aWorld();
const { app, ours, theirs } = world;

/** Public, but answering 404 to a token that nobody was given, or where the instance is set up already. */
const UNKNOWN_TOKEN = /:token|^\/api\/auth\/|^\/_ui/;
/** Public, and opened by a secret of their own: programs have no session. */
const OWN_SECRET = /^\/metrics$|^\/agents\/:token$/;
/** Each person’s own, or answered alike whether it exists or not: the role alone does not tell what is answered. */
const PERSONAL = /^\/demandes\/brouillons\/|^\/notifications\/:id|^\/mes-collectivites|\/retrait$|^\/parc\/import\/:id\/abandonner$/;

describe("somebody who left", () => {
  it("enters no longer, though their session lives", async () => {
    const leaver = await anAgent(world.deps, ours.authority.id, { roles: ["reviewer"] });
    const cookie = await cookieOf(world, leaver);
    expect((await send(world, "GET", "/demandes", cookie)).status).toBe(200);
    await world.deps.db.updateTable("membership").set({ leftAt: world.deps.now() }).where("personId", "=", leaver.id).execute();
    expect((await send(world, "GET", "/demandes", cookie)).status).toBe(403);
  });
});

describe("every declared route", () => {
  it("is known to this test: its address can be made", () => {
    expect(app.declared.length).toBeGreaterThan(90);
    expect(app.declared.filter(({ path }) => addressFor(path, ours) === undefined)).toEqual([]);
  });

  it("is every route there is: none is served without being declared", async () => {
    const undeclared = app.routes.filter(
      ({ method, path }) => method !== "ALL" && !app.declared.some((route) => route.method === method && route.path === path),
    );
    expect(undeclared.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /icon.svg"]);
  });

  for (const { method, path, access } of app.declared) {
    it(`${method} ${path} asks for ${access}`, async () => {
      const own = addressFor(path, ours) ?? "";
      const foreign = addressFor(path, theirs) ?? "";
      const signedOut = await send(world, method, own, "");
      if (access === "public")
        expect(signedOut.status === 404 ? UNKNOWN_TOKEN.test(path) : signedOut.status !== 403 || OWN_SECRET.test(path)).toBe(true);
      else expect([signedOut.status, signedOut.headers.get("location")?.startsWith("/connexion")]).toEqual([303, true]);
      for (const role of ROLES) {
        const cookie = await cookieOf(world, AGENTS[role](ours.authority));
        const may = access === "public" || access === "signed-in" || RIGHTS[role].includes(access);
        const at = `${role} at ${own}`;
        const answer = await send(world, method, own, cookie);
        expect(answer.status, at).toBeLessThan(500);
        if (!may) expect(answer.status, at).toBe(403);
        else if (access !== "public" && !PERSONAL.test(path)) expect([403, 404], at).not.toContain(answer.status);
        if (access === "public" || foreign === own) continue;
        const elsewhere = await send(world, method, foreign, cookie);
        expect(elsewhere.status, `${role} at ${foreign}`).toBe(
          may ? (method === "POST" && PERSONAL.test(path) ? elsewhere.status : 404) : 403,
        );
      }
    });
  }
});
