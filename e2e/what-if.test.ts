import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { aContract } from "#src/contracts/testing.ts";
import { anInstallation, anInterface } from "#src/inventory/testing.ts";
import { addMonths, dayOf } from "#src/kernel/dates.ts";
import { gridTexts } from "#src/sovereignty/web/grid-texts.ts";
import { whatIfTexts } from "#src/sovereignty/web/what-if-texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading, WITHOUT_AND_WITH_SCRIPTS } from "./visitor.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const t = whatIfTexts("fr");
const grid = gridTexts("fr");

describe("what if", () => {
  for (const reading of WITHOUT_AND_WITH_SCRIPTS) {
    const how = `scripts ${reading.script ? "on" : "off"}`;
    it(`a supplier closes: who is hit is said, and a request is opened from there: ${how}`, () => supplierCloses(reading));
    it(`a question of the grid is answered by somebody who knows, then left to the facts again: ${how}`, () => answersByHand(reading));
  }
});

async function supplierCloses(reading: Reading): Promise<void> {
  const { reviewer, requester, departments } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const facts = { departmentIds: [departments.library], users: 12 };
  const orphee = await anInstallation(app.deps, reviewer, { ...facts, name: "Catalogue de la bibliothèque", softwareSlug: "orphee" });
  const portal = await anInstallation(app.deps, reviewer, { name: "Portail des usagers", departmentIds: [departments.culture] });
  await anInterface(app.deps, reviewer, { from: portal, to: orphee });
  const today = dayOf(app.deps.now());
  await aContract(app.deps, reviewer, {
    supplierName: "Éditeur du centre",
    startsOn: today,
    endsOn: addMonths(today, 8),
    covers: [orphee],
  });
  const supposes = await aVisitor(browser, app, reading, requester);
  await supposes.goTo("/parc/et-si");
  const form = supposes.page.getByRole("form", { name: t.kinds["supplier-closes"] });
  await form.getByRole("combobox").selectOption({ label: "Éditeur du centre" });
  await supposes.press(new RegExp(t.see), { within: form });
  await supposes.sees(/Si Éditeur du centre cesse son activité, 2 installations sont touchées/);
  await supposes.sees(t.who.through("Catalogue de la bibliothèque"));
  // The address alone says what is supposed: a colleague who is given it sees the same.
  const colleague = await aVisitor(browser, app, reading, reviewer);
  await colleague.goTo(new URL(supposes.page.url()).pathname + new URL(supposes.page.url()).search);
  await colleague.sees(/2 installations sont touchées/);
  await colleague.leave();
  await supposes.press(t.request.open);
  await supposes.sees(t.request.opened);
  const need = await supposes.page.locator("textarea[name=besoin]").inputValue();
  expect(need).toContain("Si Éditeur du centre cesse son activité");
  expect(need).toContain("Koha");
  await supposes.leave();
}

async function answersByHand(reading: Reading): Promise<void> {
  const { reviewer } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  await anInstallation(app.deps, reviewer, { name: "Koha", softwareSlug: "koha", users: 12 });
  const answers = await aVisitor(browser, app, reading, reviewer);
  await answers.goTo("/parc/souverainete");
  await answers.follow("Koha");
  await answers.sees(grid.reasons["nobody-said"]);
  const exit = answers.page.getByRole("region", { name: grid.questions.exit });
  await answers.follow(new RegExp(grid.one.answerIt), { within: exit });
  await answers.press(grid.form.submit, { status: 422 });
  await answers.choose(grid.form.answer, grid.answers.yes);
  await answers.write(grid.form.reason, "Export complet essayé au printemps.");
  await answers.press(grid.form.submit);
  await answers.sees("Export complet essayé au printemps.");
  await answers.sees(grid.one.factsWould(grid.answers.unknown));
  await answers.goTo("/parc/souverainete?question=partir&reponse=oui");
  await answers.sees(grid.byPeopleShort);
  await answers.follow("Koha");
  await exit.locator("summary", { hasText: grid.one.withdraw }).click();
  await answers.press(new RegExp(grid.one.withdraw), { within: answers.page.locator("dialog[open], details[open]") });
  await answers.sees(grid.reasons["nobody-said"]);
  await answers.leave();
}
