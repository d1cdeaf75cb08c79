import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { declareContract } from "#src/contracts/public.ts";
import { homeTexts } from "#src/home/web/texts.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { addDays, dayOf } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { keepMonths } from "#src/openness/public.ts";
import { someOpenness } from "#src/openness/testing.ts";
import { electedTexts, opennessTexts } from "#src/openness/web/texts.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { aVisitor, type Reading } from "./visitor.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const READINGS: readonly Reading[] = [
  { script: false, language: "fr", width: 360 },
  { script: true, language: "fr", width: 1280, dark: true },
];

describe("an elected official", () => {
  for (const reading of READINGS)
    it(`reads the share of free software and prints its one sheet: scripts ${reading.script ? "on" : "off"}`, () => readAndPrint(reading));
});

async function readAndPrint(reading: Reading): Promise<void> {
  const { deps } = app;
  const t = electedTexts("fr");
  const town = await anAuthority(deps, { name: "Communauté d’agglomération du Pays de Valmontel et des Trois Rivières" });
  await fill(town);
  const visitor = await aVisitor(browser, app, reading, town.electedOfficial);
  await visitor.goTo("/");
  await visitor.follow(homeTexts("fr").seeSharesElected);
  await visitor.sees(t.title);
  await visitor.sees(t.steps(3));
  await visitor.sees(/Il existe en libre/);
  expect(pagesOf(await visitor.page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await visitor.follow(t.all);
  await visitor.sees(opennessTexts("fr").declaredTitle);
  await visitor.page.locator("summary").first().click();
  await visitor.follow(opennessTexts("fr").measures.user);
  await visitor.sees(opennessTexts("fr").timeTitle);
  // A control: the other page is longer than a sheet.
  expect(pagesOf(await visitor.page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(1);
  await visitor.leave();
}

/** The longest that the sheet may have to say: long names, three steps, every figure, a past worked out in part. */
async function fill(town: Awaited<ReturnType<typeof anAuthority>>): Promise<void> {
  const { deps } = app;
  const today = dayOf(deps.now());
  const products = ["suite-collaborative", "annuaire-historique", "gestion-electronique"];
  await givenSoftware(
    deps.db,
    ...products.flatMap((slug) => [
      { slug, name: longName(slug), free: false },
      ...[1, 2, 3].map((number) => ({
        slug: `${slug}-${number}`,
        name: `Remplaçant libre de ${slug} ${number}`,
        free: true,
        replaces: [slug],
      })),
    ]),
  );
  for (const slug of products) {
    const name = longName(slug);
    const id = await anInstallation(deps, town.reviewer, { name, softwareSlug: slug, users: 1_234, inServiceOn: addDays(today, -900) });
    const facts = {
      title: `Licences de ${name}`,
      reference: "",
      supplierId: null,
      supplierName: "Éditeur",
      kind: "licence" as const,
      startsOn: addDays(today, -400),
      endsOn: addDays(today, 200),
      renewal: "tacit" as const,
      renewalMonths: 12,
      noticeMonths: 3,
      yearlyAmount: 123_456_78,
      indexation: "",
      notes: "",
    };
    const declared = await declareContract(deps, town.reviewer, { id: newId(), facts, installationIds: [id] });
    expect(declared.ok).toBe(true);
  }
  await anInstallation(deps, town.reviewer, { name: "Koha", free: true, users: 12, inServiceOn: addDays(today, -700) });
  await anInstallation(deps, town.reviewer, { name: "Registre des clés", users: null });
  await anInstallation(deps, town.reviewer, { name: "Linux Mint", free: true, state: "pilot", users: 14 });
  await keepMonths(deps, town.id);
  await someOpenness(deps, town.id);
}

function longName(slug: string): string {
  return `Logiciel ${slug} au nom particulièrement long de l’éditeur`;
}

/** How many pages a PDF of Chromium's has: each is an object of its own. */
function pagesOf(pdf: Buffer): number {
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}
