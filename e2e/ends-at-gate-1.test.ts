import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { aRequest } from "#src/requests/testing.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { countersign, examine } from "./gate-steps.ts";
import { beginNeed, NEED } from "./need-steps.ts";
import { aVisitor, type Reading, type Visitor } from "./visitor.ts";
import { exactly, saying } from "./wording.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const READINGS: readonly Reading[] = [
  { script: false, language: "fr", width: 1280 },
  { script: true, language: "fr", width: 360 },
];
const EXISTING = "Agenda des salles";

describe("a need that something in service already answers", () => {
  for (const reading of READINGS)
    it.concurrent(`ends at the first gate, and extends what is there: scripts ${reading.script ? "on" : "off"}`, () => endAtGate1(reading));
});

async function endAtGate1(reading: Reading): Promise<void> {
  const authority = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const { requester, reviewer, guarantor, departments } = authority;
  await aRequest(app.deps, authority, { title: "Suivre les prêts de matériel" });
  const facts = { name: EXISTING, purpose: "Réserver les salles municipales", users: 12, departmentIds: [departments.it] };
  const installation = await anInstallation(app.deps, { authorityId: authority.id, id: reviewer.id }, facts);

  const asks = await aVisitor(browser, app, reading, requester);
  await asks.goTo("/");
  await beginNeed(asks, "Culture › Bibliothèque");
  if (reading.script) await seeMatchWhileWriting(asks);
  await asks.press(asks.words.request.continue);
  await asks.choose(asks.words.request.fits, EXISTING);
  await asks.press(asks.words.request.continue);
  await asks.sees(NEED.title);

  const reviews = await aVisitor(browser, app, reading, reviewer);
  const { gate } = reviews.words;
  await reviews.goTo("/");
  await reviews.follow(saying(NEED.title));
  await reviews.follow(EXISTING);
  await examine(reviews, [], { suits: true, reason: "Il suffit d’y ajouter la bibliothèque et ses deux salles." });
  await reviews.follow(gate.retainThis(EXISTING));
  await reviews.write(gate.statement, "L’agenda en service répond au besoin, une fois étendu à la bibliothèque.");
  await reviews.press(gate.conclude);

  const guarantees = await aVisitor(browser, app, reading, guarantor);
  await countersign(guarantees);
  await guarantees.sees(guarantees.words.gate.sealed);

  await reviews.goTo(`/parc/${installation}`);
  await reviews.sees("Bibliothèque", { within: reviews.page.getByRole("main") });
  const { inventory } = reviews.words;
  await reviews.sees(inventory.page.changes["installation-extended"] ?? "");
  await reviews.sees(exactly("26"));
  for (const visitor of [asks, reviews, guarantees]) await visitor.leave();
}

/** With scripts, what exists is shown before the form is even sent. */
async function seeMatchWhileWriting({ page, words, sees, inspect }: Visitor): Promise<void> {
  const field = page.getByRole("textbox", { name: saying(words.form.need.words) });
  await field.pressSequentially(" Voir les salles libres.");
  const said = page.getByText(words.request.matchesLive);
  await said.waitFor();
  await sees(EXISTING);
  expect(await field.inputValue()).toContain(NEED.words);
  await inspect();
}
