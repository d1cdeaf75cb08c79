import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { aRequestAtGate2, ruleOut } from "#src/requests/testing.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { countersign } from "./gate-steps.ts";
import { NEED } from "./need-steps.ts";
import { downloadRecord } from "./outcome-steps.ts";
import { aVisitor, type Reading } from "./visitor.ts";
import { saying } from "./wording.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const READINGS: readonly Reading[] = [
  { script: false, language: "fr", width: 360 },
  { script: true, language: "en", width: 1280 },
];

describe("a need that nothing answers", () => {
  for (const reading of READINGS)
    it.concurrent(`is recorded as unmet, and may be taken up again: ${reading.language}, ${reading.width} px`, () => endUnmet(reading));
});

async function endUnmet(reading: Reading): Promise<void> {
  const authority = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const request = await aRequestAtGate2(app.deps, authority);
  await ruleOut(app.deps, authority, request, "open-source");
  await ruleOut(app.deps, authority, request, "proprietary");

  const reviewer = await aVisitor(browser, app, reading, authority.reviewer);
  const { gate, page: t } = reviewer.words;
  await reviewer.goTo("/");
  await reviewer.follow(saying(NEED.title));
  await reviewer.follow(gate.study);
  await reviewer.choose(gate.studySays, gate.notFeasible);
  await reviewer.write(gate.studySummary, "Un seul poste saurait le maintenir.");
  await reviewer.press(gate.saveStudy);
  await reviewer.follow(gate.unmet);
  await reviewer.write(gate.statement, "Personne ne pourrait reprendre ce développement.");
  await reviewer.press(gate.conclude);

  const guarantor = await aVisitor(browser, app, reading, authority.guarantor);
  await countersign(guarantor);
  await guarantor.sees(guarantor.words.gate.sealed);
  const path = new URL(guarantor.page.url()).pathname;

  const requester = await aVisitor(browser, app, reading, authority.requester);
  await requester.goTo(path);
  await requester.follow(t.readRecord);
  await downloadRecord(requester, app, path);
  await requester.goTo("/parc");
  expect(await requester.page.getByRole("link", { name: saying(NEED.title) }).count()).toBe(0);
  await requester.goTo(path);
  await requester.follow(requester.words.request.newRound);
  await requester.write(t.roundWhy, "Un second développeur est arrivé.");
  await requester.press(t.openRound);
  await requester.sees(t.roundOpened);
  for (const visitor of [reviewer, guarantor, requester]) await visitor.leave();
}
