import { afterAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { detailsTexts } from "#src/inventory/web/details-texts.ts";
import { importTexts } from "#src/inventory/web/import-texts.ts";
import { inventoryTexts } from "#src/inventory/web/texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading, type Visitor, WITHOUT_AND_WITH_SCRIPTS } from "./visitor.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const t = inventoryTexts("fr");
const details = detailsTexts("fr");
const imports = importTexts("fr");

describe("the inventory", () => {
  for (const reading of WITHOUT_AND_WITH_SCRIPTS) {
    const how = `scripts ${reading.script ? "on" : "off"}`;
    it(`is declared in full, then a list is imported and undone: ${how}`, async () => {
      const town = await anAuthority(app.deps, { name: "Ville de Valmontel" });
      const manages = await aVisitor(browser, app, reading, town.reviewer);
      await declareInFull(manages);
      await declareNeed(manages);
      await importAndUndo(manages);
      await readsOnly(reading, town);
      await manages.leave();
    }, 120_000);
  }
});

async function declareInFull(manages: Visitor): Promise<void> {
  await manages.goTo("/parc/nouvelle");
  await manages.write(t.form.name, "Réservation des gymnases");
  await manages.unfold(details.groups.where);
  await manages.choose(details.hosting, details.hostings.cloud);
  await manages.press(t.form.submitDeclare, { status: 422 });
  await manages.sees(details.issues["host-needed"] ?? "");
  await manages.write(details.host, "Openresa");
  await manages.select(details.country, "France");
  await manages.press(t.form.submitDeclare);
  await manages.sees("Openresa");
  await manages.sees(details.complete(2, 12));
  await manages.follow(details.completeLink);
  await manages.write(t.form.purpose, "Créneaux des associations dans les gymnases");
  await manages.write(details.version, "6.2");
  await manages.choose(details.criticality, details.criticalities.important);
  await manages.choose(details.personalData, details.personalDatas.sensitive);
  await manages.tick(details.kindNames.children);
  await manages.write(details.role, "Responsable des sports");
  await manages.press(t.form.submitEdit);
  await manages.sees("Responsable des sports");
  await manages.sees(details.complete(7, 12));
}

async function declareNeed(manages: Visitor): Promise<void> {
  const page = manages.page.url();
  await manages.goTo("/parc/nouvelle");
  await manages.write(t.form.name, "Annuaire de la ville");
  await manages.press(t.form.submitDeclare);
  await manages.goTo(page);
  await manages.follow(details.interfaces.add);
  await manages.select(details.interfaces.choice, "Annuaire de la ville");
  await manages.choose(details.interfaces.kind, details.interfaces.kinds["sign-in"]);
  await manages.press(details.interfaces.submit);
  await manages.sees(details.interfaces.added("Annuaire de la ville"));
  await manages.follow("Annuaire de la ville");
  await manages.sees("Réservation des gymnases");
}

async function importAndUndo(manages: Visitor): Promise<void> {
  const csv = "Appli;Serveur d’hébergement;Pays;Usagers\nListe A;Dans vos locaux;;12\nListe B;Sur la Lune;;\nListe C;;Syldavie;3\n";
  await manages.goTo("/parc/import");
  await manages.page.setInputFiles('input[type="file"]', { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await manages.press(imports.send);
  await manages.sees(imports.matchTitle);
  await manages.press(imports.matchSubmit, { status: 422 });
  await manages.select("Appli", t.columns.name);
  await manages.select("Serveur d’hébergement", details.columns.hosting);
  await manages.select("Usagers", t.columns.users);
  await manages.press(imports.matchSubmit);
  await manages.sees(imports.willRefuse(2));
  await manages.sees(/Sur la Lune/);
  await manages.press(imports.confirm(1));
  await manages.sees(imports.created(1));
  await manages.unfold(imports.undo);
  await manages.press(imports.undo, { within: manages.page.locator("form") });
  await manages.sees(imports.undone(1));
  await manages.goTo("/parc?recherche=Liste");
  await manages.sees(t.list.noneTitle);
}

async function readsOnly(reading: Reading, town: TestAuthority): Promise<void> {
  const reads = await aVisitor(browser, app, reading, town.electedOfficial);
  await reads.goTo("/parc?manque=quelque-chose&hebergement=nuage");
  await reads.follow("Réservation des gymnases");
  await reads.sees(details.interfaces.needs);
  expect(await reads.page.getByRole("link", { name: details.interfaces.add }).count()).toBe(0);
  await reads.leave();
}
