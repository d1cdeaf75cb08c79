import { afterAll, describe, expect, it } from "vitest";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { aDecidedRequest, aRequest, aRequestAtGate2 } from "#src/requests/testing.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";

/** In bytes on the wire, headers included: HTML, style, typeface, script, images. */
const HEAVIEST = 60_000;
const MOST_REQUESTS = 10;

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

type Weight = { readonly url: string; readonly bytes: number };

/** What a browser that never came before receives for one page. */
async function coldView(path: string, cookie = ""): Promise<readonly Weight[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  if (name !== "") await context.addCookies([{ name, value, url: app.url }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map<string, string>();
  const weights: Weight[] = [];
  session.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, new URL(request.url).pathname));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    weights.push({ url: urls.get(requestId) ?? requestId, bytes: encodedDataLength }),
  );
  await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
  expect(weights).toHaveLength(urls.size);
  await context.close();
  return weights;
}

function total(weights: readonly Weight[]): number {
  return weights.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** RGESN: what a first visit costs, measured in a browser. */
describe("the first view, nothing being kept from before", () => {
  it("is light when it is the sign-in page", async () => {
    const weights = await coldView("/connexion");
    expect(weights.map(({ url }) => url)).toContain("/connexion");
    expect(weights.length, JSON.stringify(weights)).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(total(weights), JSON.stringify(weights)).toBeLessThanOrEqual(HEAVIEST);
  });

  it("is light when it is the home page of somebody busy", async () => {
    const authority = await anAuthority(app.deps);
    for (const title of ["Gérer les adhérents", "Suivre les subventions", "Réserver un véhicule"]) {
      await aRequest(app.deps, authority, { title });
      await aRequestAtGate2(app.deps, authority, { title: `${title} (bis)` });
    }
    await aDecidedRequest(app.deps, authority);
    await anInstallation(app.deps, { authorityId: authority.id, id: authority.reviewer.id }, { free: true });
    const weights = await coldView("/", await aSignedInCookie(app.deps, authority.reviewer));
    expect(weights.map(({ url }) => url)).toContain("/");
    expect(weights.length, JSON.stringify(weights)).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(total(weights), JSON.stringify(weights)).toBeLessThanOrEqual(HEAVIEST);
  });
});
