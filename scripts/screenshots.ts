// `npm run screenshots`: the pictures of the README, from a demonstration started for them.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { openBrowser } from "../e2e/browser.ts";
import { freePort, startProcess, stopProcess } from "../e2e/process.ts";
import { ensureBuilt } from "./ensure-built.mjs";

const FOLDER = "docs/images";

ensureBuilt(process.cwd());
mkdirSync(FOLDER, { recursive: true });
const data = throwAwayFolder("screenshots");
const app = await startProcess(data, await freePort(), {}, ["--demo"]);
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "fr-FR" });
  await page.goto(await linkOf("Nadia Ferrand"));
  await page.screenshot({ path: join(FOLDER, "accueil.png") });
  await page.goto(`${app.url}/demandes?recherche=salles`);
  await page.getByRole("link", { name: "Réserver les salles municipales en ligne" }).click();
  await page.screenshot({ path: join(FOLDER, "demande.png") });
  await page.goto(`${app.url}/catalogue?recherche=${encodeURIComponent("réserver une salle")}`);
  await page.screenshot({ path: join(FOLDER, "catalogue.png") });
} finally {
  await browser.close();
  await stopProcess(app);
  rmSync(data, { recursive: true, force: true });
}

/** The sign-in link that the demonstration printed for somebody. */
async function linkOf(name: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const line = app
      .output()
      .split("\n")
      .find((each) => each.includes(name));
    const link = /http\S+/.exec(line ?? "")?.[0];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No sign-in link for ${name}: ${app.output()}`);
}
