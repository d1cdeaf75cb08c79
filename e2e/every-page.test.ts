import { afterAll, describe, expect, it } from "vitest";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aBusyTown } from "./busy-town.ts";
import { aVisitor, type Reading } from "./visitor.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

/** What is no page: files, fragments that a script asks for, and ways through to a page. */
const NO_PAGE =
  /\.(csv|ods|pdf|odt|json|yml)$|^\/(healthz|readyz|metrics)$|\/(suggestions|correspondances|collectivites|fichiers\/:fichier)$|^\/api\/|^\/notifications\/:id$/;
/** Seen in a file of their own: the first needs an instance without authority. The last three speak to programs. */
const ELSEWHERE = ["/mise-en-route/:token", "/_ui", "/agents", "/agents/:token", "/calendrier/:token"];

const READINGS: readonly Reading[] = [
  { script: false, language: "fr", width: 360 },
  { script: true, language: "en", width: 1280, dark: true },
];

describe("every page of the application", () => {
  for (const reading of READINGS)
    it.concurrent(`has no fault that a machine can see: ${reading.language}, ${reading.width} px${reading.dark ? ", dark" : ""}`, async () => {
      const { everybody, addresses } = await aBusyTown(app);
      const visitor = await aVisitor(browser, app, reading, everybody);
      const routes = app.declared.filter(({ method, path }) => method === "GET" && !NO_PAGE.test(path) && !ELSEWHERE.includes(path));
      expect(routes.length).toBeGreaterThan(40);
      for (const { path } of routes) {
        const visited = addresses[path] ?? (path.includes(":") ? [] : [path]);
        expect(visited, `No example of ${path}: give one in busy-town.ts`).not.toEqual([]);
        for (const address of visited) await visitor.goTo(address);
      }
      await visitor.goTo("/demandes/nulle-part", 404);
      await visitor.leave();
      const stranger = await aVisitor(browser, app, reading);
      for (const path of ["/connexion", "/mot-de-passe-oublie"]) await stranger.goTo(path);
      await stranger.goTo("/invitation/perdue", 404);
      await stranger.goTo("/reinitialisation/perdue", 410);
      await stranger.leave();
    });
});
