import { afterAll, describe, expect, it } from "vitest";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { aDecidedRequest, aRequest, aRequestAtGate2 } from "#src/requests/testing.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { coldView, totalBytes } from "./cold-view.ts";

/** In bytes on the wire, headers included: HTML, style, typeface, script, images. */
const HEAVIEST = 60_000;
const MOST_REQUESTS = 10;

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

/** RGESN: what a first visit costs, measured in a browser. */
describe("the first view, nothing being kept from before", () => {
  it("is light when it is the sign-in page", async () => {
    const weights = await coldView(browser, app.url, "/connexion");
    expect(weights.map(({ url }) => url)).toContain("/connexion");
    expect(weights.length, JSON.stringify(weights)).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(totalBytes(weights), JSON.stringify(weights)).toBeLessThanOrEqual(HEAVIEST);
  });

  it("is light when it is the home page of somebody busy", async () => {
    const authority = await anAuthority(app.deps);
    for (const title of ["Gérer les adhérents", "Suivre les subventions", "Réserver un véhicule"]) {
      await aRequest(app.deps, authority, { title });
      await aRequestAtGate2(app.deps, authority, { title: `${title} (bis)` });
    }
    await aDecidedRequest(app.deps, authority);
    await anInstallation(app.deps, { authorityId: authority.id, id: authority.reviewer.id }, { free: true });
    const weights = await coldView(browser, app.url, "/", await aSignedInCookie(app.deps, authority.reviewer));
    expect(weights.map(({ url }) => url)).toContain("/");
    expect(weights.length, JSON.stringify(weights)).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(totalBytes(weights), JSON.stringify(weights)).toBeLessThanOrEqual(HEAVIEST);
  });
});
