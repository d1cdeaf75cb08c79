import { expect, it } from "vitest";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { aRequestAtGate2 } from "#src/requests/testing.ts";
import { anAuthority, aSignedInCookie } from "../../testing.ts";
import { testApp, testDeps } from "../test-app.ts";

const deps = await testDeps();
const app = testApp(deps);

it("names the request that an entry is about by its reference, as a link to it", async () => {
  const town = await anAuthority(deps, { name: "Ville A" });
  const id = await aRequestAtGate2(deps, town);
  const { year, number } = await deps.db.selectFrom("request").select(["year", "number"]).where("id", "=", id).executeTakeFirstOrThrow();
  const reference = `${year}-${String(number).padStart(3, "0")}`;
  for (const reader of [town.administrator, town.guarantor]) {
    const page = await app.get("/administration/journal", await aSignedInCookie(deps, reader));
    expect(await page.clone().text()).toMatch(new RegExp(`<a[^>]* href="/demandes/${id}"[^>]*>Demande\u00a0: ${reference}`));
    expect(await wordsOf(page)).toContain("Besoin exprimé");
  }
});
