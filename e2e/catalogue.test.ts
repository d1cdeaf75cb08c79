import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { runImport } from "#src/sources/usecases/run-import.ts";
import { sourcePagesTexts } from "#src/sources/web/texts.ts";
import { tellFollowers } from "#src/watch/public.ts";
import { watchTexts } from "#src/watch/web/texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading, type Visitor } from "./visitor.ts";
import { saying } from "./wording.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const READINGS: readonly Reading[] = [
  { script: false, language: "fr", width: 360 },
  { script: true, language: "fr", width: 1280 },
];
const SEARCH = "Besoin, mot de métier ou nom de logiciel";
const watched = watchTexts("fr");
const pages = sourcePagesTexts("fr");

describe("the catalogue", () => {
  for (const reading of READINGS) {
    const how = `scripts ${reading.script ? "on" : "off"}`;
    it(`is searched from a need, then from a proprietary product: ${how}`, () => find(reading));
    it(`is completed by an import, and a doubtful pair is settled: ${how}`, () => importAndSettle(reading));
    it(`tells those who follow a software what becomes of it: ${how}`, () => followAndBeTold(reading));
    it(`is proposed to a department, which takes it up as a request: ${how}`, () => propose(reading));
  }
});

/** With scripts, a list changes in place: the visitor then waits for it, and looks at the page again. */
async function search(asks: Visitor, text: string): Promise<void> {
  await asks.write(SEARCH, text);
  if (!asks.reading.script) return asks.press(asks.words.ui.search);
  await asks.page.getByRole("button", { name: asks.words.ui.search }).click();
}

async function find(reading: Reading): Promise<void> {
  const { requester } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const asks = await aVisitor(browser, app, reading, requester);
  await asks.goTo("/catalogue");
  await search(asks, "faire remplir un questionnaire de satisfaction aux habitants");
  await asks.sees("LimeSurvey");
  await asks.sees(/questionnaire/, { within: asks.page.getByRole("table") });
  await asks.follow("LimeSurvey");
  await asks.sees("Est-il libre\u202f?");
  await asks.goTo("/catalogue");
  await search(asks, "Photoshop");
  await asks.sees("GIMP");
  await asks.sees("peut remplacer Photoshop");
  await search(asks, "xyzzyplugh");
  await asks.sees(/Peut-être dans/);
  await asks.leave();
}

async function importAndSettle(reading: Reading): Promise<void> {
  const { administrator } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const name = reading.script ? "Agorakit" : "Agorapad";
  // Two records that share their name, and nothing else: the second is a doubt.
  await importFile(reading, administrator, "comptoir", {
    softwares: [
      { id: reading.script ? 9001 : 9002, name, licence: "MIT", external_resources: { website: `https://${name.toLowerCase()}.example` } },
    ],
  });
  const manages = await importFile(reading, administrator, "awesome-selfhosted", [
    {
      name,
      website_url: "https://ailleurs.example",
      description: "Groups for towns.",
      licenses: ["AGPL-3.0"],
      platforms: [],
      tags: ["Groups"],
    },
  ]);
  await manages.goTo("/catalogue/doublons");
  const pair = manages.page.locator("section", { hasText: name }).first();
  await manages.press(saying(pages.pairs.same), { within: pair });
  await manages.sees(pages.pairs.done.same);
  await manages.goTo("/catalogue/doublons?etat=decides");
  await manages.press(saying(pages.pairs.undo), { within: manages.page.locator("section", { hasText: name }).first() });
  await manages.sees(pages.pairs.done.undone);
  await manages.leave();
}

/** Sends a file by the page, does the work of the queue, and reads the report. */
async function importFile(reading: Reading, agent: Pick<Agent, "id">, format: string, content: object): Promise<Visitor> {
  const manages = await aVisitor(browser, app, reading, agent);
  await manages.goTo("/catalogue/sources");
  await manages.follow(pages.import);
  await manages.select(pages.send.format, pages.formats[format as keyof typeof pages.formats] ?? format);
  const file = { name: `${format}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
  await manages.page.getByLabel(pages.send.file, { exact: true }).setInputFiles(file);
  await manages.press(pages.send.submit);
  const id = /\/catalogue\/imports\/([0-9a-f-]{36})/.exec(manages.page.url())?.[1] ?? "";
  expect(await runImport(app.deps, id)).toBe("done");
  await manages.goTo(`/catalogue/imports/${id}`);
  await manages.sees(pages.progress.csv);
  return manages;
}

async function followAndBeTold(reading: Reading): Promise<void> {
  const { requester } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const slug = reading.script ? "grr" : "publik";
  const follows = await aVisitor(browser, app, reading, requester);
  await follows.goTo(`/catalogue/${slug}`);
  await follows.press(watched.page.follow);
  await follows.sees(watched.page.following);
  app.deps.clock.advance(1);
  await sql`insert into software_change (slug, field, before, after, at) values (${slug}, 'licence', 'MIT', 'BUSL-1.1', ${app.deps.now()})`.execute(
    app.deps.db,
  );
  app.deps.clock.advance(1);
  expect(await tellFollowers(app.deps)).toBeGreaterThan(0);
  await follows.goTo("/notifications");
  await follows.sees(/BUSL-1\.1|licence/i);
  await follows.goTo("/veille?vue=changements&perimetre=suivis");
  await follows.sees(/BUSL-1\.1/);
  await follows.leave();
}

async function propose(reading: Reading): Promise<void> {
  const { reviewer, requester } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const proposes = await aVisitor(browser, app, reading, reviewer);
  await proposes.goTo("/catalogue/limesurvey");
  await proposes.follow(watched.suggest);
  await proposes.page.getByLabel(watched.suggestion.department).selectOption({ index: 1 });
  for (const option of await proposes.page.getByLabel(watched.suggestion.department).locator("option").allTextContents())
    if (option.startsWith("Culture › Bibliothèque"))
      await proposes.page.getByLabel(watched.suggestion.department).selectOption({ label: option });
  await proposes.write(watched.suggestion.reason, "Pour demander leur avis aux lecteurs, sans envoyer leurs réponses ailleurs.");
  await proposes.press(watched.suggestion.submit);
  const takes = await aVisitor(browser, app, reading, requester);
  await takes.goTo("/veille/propositions");
  await takes.sees("Pour demander leur avis aux lecteurs, sans envoyer leurs réponses ailleurs.");
  await takes.press(saying(watched.suggestions.takeUp));
  await takes.sees(watched.suggestions.taken);
  for (const visitor of [proposes, takes]) await visitor.leave();
}
