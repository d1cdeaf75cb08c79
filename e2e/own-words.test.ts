import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { anAuthority } from "#src/authorities/testing.ts";
import { catalogueTexts } from "#src/catalogue/web/texts.ts";
import { ownTexts } from "#src/sources/web/own-texts.ts";
import { sectionTexts } from "#src/sources/web/section-texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading, type Visitor, WITHOUT_AND_WITH_SCRIPTS } from "./visitor.ts";
import { saying } from "./wording.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const t = ownTexts("fr");
const catalogue = catalogueTexts("fr");

describe("an authority's own words in the catalogue", () => {
  for (const reading of WITHOUT_AND_WITH_SCRIPTS)
    it(`are said of a software that nobody knew, then of another, and go upstream: scripts ${reading.script ? "on" : "off"}`, () =>
      say(reading));
});

async function search(asks: Visitor, text: string): Promise<void> {
  await asks.goTo(`/catalogue?${new URLSearchParams({ recherche: text })}`);
}

async function say(reading: Reading): Promise<void> {
  const { reviewer } = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  const says = await aVisitor(browser, app, reading, reviewer);
  const [name, word] = reading.script ? ["Zygomatix", "jouxtage des parcelles"] : ["Quidditech", "bornage des vergers"];
  await addUnknown(says, name, word);
  await search(says, word);
  await says.sees(name, { within: says.page.getByRole("table") });
  await correctKnown(says);
  await says.leave();
}

/** Searched in vain, added after a refusal in words, and found. */
async function addUnknown(says: Visitor, name: string, word: string): Promise<void> {
  await search(says, name);
  await says.follow(catalogue.addThis);
  await says.write(t.fields.licence, "Gratuit");
  await says.write(t.fields.terms, word);
  await says.write(t.form.why, "Un service l’emploie : https://example.org/essai");
  await says.press(t.form.add, { status: 422 });
  await says.sees(saying(t.issues["no-licence"]("Gratuit")));
  await says.write(t.fields.licence, "EUPL-1.2");
  await says.press(t.form.add);
  await says.sees(t.done.added);
  await says.sees(t.page.title);
}

/** The licence of a known software, said otherwise: ours stands, the disagreement is shown, and the file says whose word it is. */
async function correctKnown(says: Visitor): Promise<void> {
  const slug = says.reading.script ? "limesurvey" : "gimp";
  await says.goTo(`/catalogue/${slug}`);
  await says.follow(catalogue.page.correct);
  await says.write(t.fields.licence, "CECILL-2.1");
  await says.write(t.form.why, "Relu dans le dépôt des auteurs.");
  await says.press(t.form.save);
  await says.sees(t.done.said);
  await says.unfold(sectionTexts("fr").disagreeTitle);
  await says.sees(/CECILL-2\.1\s+\(retenu\)/);
  await says.sees(/Beffroi\s+: \S+/);
  await says.goTo("/catalogue/nos-corrections");
  const row = says.page.getByRole("row", { name: /CECILL|Licence/ }).filter({ hasText: "Relu dans le dépôt des auteurs." });
  const href = await row.getByRole("link", { name: saying(t.own.file) }).getAttribute("href");
  const answer = await says.page.request.get(new URL(href ?? "", app.url).href);
  const file = await answer.text();
  expect(parse(file)).toMatchObject({ legal: { license: "CECILL-2.1" } });
  expect(file).toMatch(/Ville de Valmontel[\s\S]*legal\/license/);
}
