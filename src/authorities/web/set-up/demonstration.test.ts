import { describe, expect, it } from "vitest";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { createAuthority } from "../../public.ts";
import { ensureSetUpLink } from "../../usecases/ensure-set-up-link.ts";
import { testApp, testDeps } from "../test-app.ts";

const deps = await testDeps();
let made = 0;
let fails = true;
const app = testApp(deps, {
  createDemonstration: async () => {
    if (fails) throw new Error("no room left");
    made += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [
      { name: "Rose", roles: ["requester", "elected-official"], jobTitle: "Bibliothécaire", url: `${deps.config.publicUrl}/link-${made}` },
    ];
  },
});

describe("the demonstration, from the set-up link", () => {
  it("can be asked again when it failed, is made once when asked twice at once, and shows its links by role", async () => {
    const path = new URL((await ensureSetUpLink(deps)) ?? "").pathname;
    expect((await app.post("/mise-en-route/nope/demonstration", {})).status).toBe(404);
    expect((await app.post(`${path}/demonstration`, {})).status).toBe(500);
    expect((await app.get(path)).status).toBe(200);
    fails = false;
    const answers = await Promise.all([app.post(`${path}/demonstration`, {}), app.post(`${path}/demonstration`, {})]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(made).toBe(1);
    for (const answer of answers) {
      const html = await answer.clone().text();
      expect(html).toContain("/link-1");
      expect(await wordsOf(answer)).toContain("Demandeur et Élu");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await app.post(`${path}/demonstration`, {})).status).toBe(404);
    expect((await app.get(path)).status).toBe(404);
  });

  it("cannot be asked through a link made before an authority came otherwise", async () => {
    const path = new URL((await ensureSetUpLink(deps)) ?? "").pathname;
    expect((await app.get(path)).status).toBe(200);
    await createAuthority(deps, { name: "Ville A", kind: "commune" });
    for (const status of [(await app.get(path)).status, (await app.post(`${path}/demonstration`, {})).status]) expect(status).toBe(404);
    expect(await ensureSetUpLink(deps)).toBeUndefined();
  });
});
