import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { calendarTexts } from "#src/contracts/web/calendar-texts.ts";
import { pageTexts } from "#src/contracts/web/page-texts.ts";
import { contractTexts } from "#src/contracts/web/texts.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { addDays, addMonths, dayOf } from "#src/kernel/dates.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import { skillTexts } from "#src/skills/web/texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading, type Visitor, WITHOUT_AND_WITH_SCRIPTS } from "./visitor.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const t = contractTexts("fr");
const page = pageTexts("fr");
const calendar = calendarTexts("fr");
const skills = skillTexts("fr");

describe("contracts and skills", () => {
  for (const reading of WITHOUT_AND_WITH_SCRIPTS) {
    const how = `scripts ${reading.script ? "on" : "off"}`;
    it(`a contract has its document, and its notice is in the calendar that another program reads: ${how}`, () => keepContract(reading));
    it(`a skill that one person alone has is shown on the installation's page: ${how}`, () => saySkill(reading));
  }
});

async function keepContract(reading: Reading): Promise<void> {
  const { reviewer } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const keeps = await aVisitor(browser, app, reading, reviewer);
  const today = dayOf(app.deps.now());
  const endsOn = addMonths(today, 8);
  await keeps.goTo("/parc/contrats");
  await keeps.follow(t.declare);
  await keeps.write(t.form.title, "Maintenance de Koha");
  await keeps.write(t.form.supplier, "Éditeur du centre");
  await keeps.select(t.form.kind, t.kinds.support);
  await keeps.page.getByLabel(t.form.startsOn, { exact: false }).first().fill(addDays(today, -100));
  await keeps.page.locator("input[name=fin]").fill(endsOn);
  await keeps.choose(t.form.renewal, t.renewals.tacit);
  await keeps.page.locator("input[name=reconduction_mois]").fill("12");
  await keeps.page.locator("input[name=preavis_mois]").fill("3");
  await keeps.press(t.form.submitDeclare);
  const notice = formatDate(addMonths(endsOn, -3), "fr");
  await keeps.sees(`sauf préavis donné au plus tard le ${notice}`);
  await attach(keeps);
  await keeps.goTo("/parc/calendrier");
  await keeps.sees(calendar.notice("Maintenance de Koha"));
  await keeps.press(calendar.feed.make);
  const address = await keeps.page.locator("input[name=adresse]").inputValue();
  const file = await (await fetch(new URL(new URL(address).pathname, app.url))).text();
  expect(file).toContain("BEGIN:VEVENT");
  expect(file.replaceAll("\r\n ", "")).toContain("Maintenance de Koha");
  await keeps.leave();
}

async function attach(keeps: Visitor): Promise<void> {
  await keeps.unfold(page.document.add);
  const content = Buffer.from("%PDF-1.7 marché");
  await keeps.page.locator("input[type=file]").setInputFiles({ name: "marche.pdf", mimeType: "application/pdf", buffer: content });
  await keeps.press(page.document.submit);
  await keeps.sees("marche.pdf");
}

async function saySkill(reading: Reading): Promise<void> {
  const { reviewer } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const koha = await anInstallation(app.deps, reviewer, { name: "Koha" });
  const says = await aVisitor(browser, app, reading, reviewer);
  await says.goTo(`/parc/${koha}`);
  await says.follow(skills.section.add);
  await says.select(skills.form.person, "Ivan Instructeur");
  await says.tick(skills.abilities.repair);
  await says.press(skills.form.submitAdd);
  await says.sees(skills.only.person(skills.doing.repair, "Ivan Instructeur"));
  await says.goTo("/parc/savoir-faire?fragile=oui");
  await says.sees("Koha");
  await says.leave();
}
