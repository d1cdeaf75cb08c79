import { parseCsv } from "hucre/csv";
import { readOds } from "hucre/ods";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { type ContractFacts, declareContract } from "#src/contracts/public.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { watchedDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { keepMonths } from "../public.ts";
import { someDeclared, someMonths, someObserved, someOpenness } from "../testing.ts";
import { viewElected } from "../usecases/view-elected.ts";
import { testApp } from "./test-app.ts";

const deps = await testDeps();
const { db, clock } = deps;
const app = testApp(deps);
const PAGE = "/parc/part-du-libre";
const day = (text: string): LocalDate => text as LocalDate;
clock.now = new Date("2026-11-22T09:00:00Z");

const CONTRACT: ContractFacts = {
  title: "Licences",
  reference: "",
  supplierId: null,
  supplierName: "Éditeur",
  kind: "licence",
  startsOn: day("2025-01-01"),
  endsOn: day("2027-06-30"),
  renewal: "tacit",
  renewalMonths: 12,
  noticeMonths: 3,
  yearlyAmount: 8_200_00,
  indexation: "",
  notes: "",
};

async function aContract(
  town: TestAuthority,
  installationIds: readonly InstallationId[],
  facts: Partial<ContractFacts> = {},
): Promise<void> {
  const result = await declareContract(deps, town.reviewer, { id: newId(), facts: { ...CONTRACT, ...facts }, installationIds });
  expect(result.ok).toBe(true);
}

describe("the page of the share of free software", () => {
  let town: TestAuthority;
  let neighbour: TestAuthority;
  beforeAll(async () => {
    await givenSoftware(
      db,
      { slug: "office", name: "Office", free: false },
      { slug: "libre-office", name: "LibreOffice", free: true, replaces: ["office"] },
    );
    [town, neighbour] = [await anAuthority(deps), await anAuthority(deps)];
    const { culture, library } = town.departments;
    const office = await anInstallation(deps, town.reviewer, {
      name: "Office",
      softwareSlug: "office",
      users: 34,
      departmentIds: [culture],
    });
    await anInstallation(deps, town.reviewer, { name: "Koha", free: true, users: 12, departmentIds: [culture, library] });
    await anInstallation(deps, town.reviewer, { name: "Serveur", free: true, details: { layer: "server" } });
    await anInstallation(deps, town.reviewer, { name: "Registre", users: 3 });
    await anInstallation(deps, town.reviewer, { name: "Mint", free: true, state: "pilot", users: 14 });
    await aContract(town, [office]);
    await anInstallation(deps, neighbour.reviewer, { name: "Chez le voisin", free: false, users: 1_000 });
  });
  const words = async (path = PAGE, agent = town.reviewer): Promise<string> => wordsOf(await app.get(path, agent));

  it("says its numerator, its denominator and its date in the first sentence, then what is not known", async () => {
    expect(await words()).toContain(
      "Au 22 novembre 2026, 2 des 3 installations en service dont la licence est connue sont du logiciel libre. 4 sont en service en tout : pour l’une, on ne sait pas encore si elle est libre.",
    );
  });

  it("counts by software, user, cost, layer and department, and says what it leaves out", async () => {
    const text = await words();
    expect(text).toContain("12 sur 46 (26,1 %) et 3 à préciser");
    expect(text).toContain("Une installation sans nombre d’utilisateurs connu n’est pas comptée.");
    expect(text).toContain("0 € sur 8 200 € (0 %)");
    expect(text).toContain("3 installations sans dépense connue ne sont pas comptées.");
    expect(text).toMatch(/Serveurs 1 sur 1 \(100 %\)/);
    expect(text).toMatch(/Culture 1 sur 2 \(50 %\)/);
    expect(text).toMatch(/Culture › Bibliothèque|Bibliothèque 1 sur 1 \(100 %\)/);
    expect(text).toMatch(/Sans service indiqué 1 sur 1 \(100 %\) et 1 à préciser/);
  });

  it("never shows zero where there is nothing to count, nor a percentage without its figures", async () => {
    const fresh = await anAuthority(deps);
    expect(await words(PAGE, fresh.reviewer)).toContain("Rien à compter encore");
    await anInstallation(deps, fresh.reviewer, { name: "Inconnu" });
    const text = await words(PAGE, fresh.reviewer);
    expect(text).toContain("rien n’est déclaré en service dont la licence soit connue");
    expect(text).toContain("Rien à compter et 1 à préciser");
    expect(text).not.toContain("0 %");
  });

  it("lists what is not known, with where to say it", async () => {
    const html = await (await app.get(PAGE, town.reviewer)).text();
    expect(html).toContain("Une installation dont on ne sait pas si elle est libre");
    expect(html).toContain("Registre");
    expect(html).toContain("Compléter");
    expect(await words(PAGE, town.electedOfficial)).not.toContain("Compléter");
  });

  it("shows nothing of a neighbour", async () => {
    expect(await words(PAGE, neighbour.reviewer)).toContain(
      "la seule installation en service dont la licence est connue n’est pas du logiciel libre",
    );
    expect(await words()).not.toContain("1 000");
  });

  it("takes any measure in the address, and its first one for what it does not know", async () => {
    for (const measure of ["logiciels", "utilisateurs", "depenses", "postes", "systemes", "xyz", "%00", ""])
      expect((await app.get(`${PAGE}?mesure=${measure}`, town.reviewer)).status).toBe(200);
  });

  it("is complete in English", async () => {
    const text = await wordsOf(await app.get(PAGE, town.reviewer, "en"));
    expect(text).toContain("2 of the 3 installations in service whose licence is known are free software");
    expect(text).not.toMatch(/[éèà] |logiciel/);
  });

  it("gives every measure as CSV, ODS and JSON, dated", async () => {
    const csv = await app.get(`${PAGE}/export.csv`, town.reviewer);
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="part-du-libre-2026-11-22.csv"');
    const rows = parseCsv((await csv.text()).replace(/^\uFEFF/, ""), { delimiter: ";" });
    expect(rows).toContainEqual(["Par installation", "", "installations", "2", "3", "4", "0", "2026-11-22", "déclaré"]);
    expect(rows).toContainEqual([
      "Par euro dépensé chaque année",
      "",
      "euros par an, hors taxes",
      "0",
      "8200",
      "8200",
      "3",
      "2026-11-22",
      "déclaré",
    ]);
    const ods = await readOds(new Uint8Array(await (await app.get(`${PAGE}/export.ods`, town.reviewer)).arrayBuffer()));
    expect(ods.sheets[0]?.rows.length).toBe(rows.length);
    const json = (await (await app.get(`${PAGE}/export.json`, town.reviewer)).json()) as { measures: unknown[]; date: string };
    expect(json.date).toBe("2026-11-22");
    expect(json.measures).toContainEqual({
      measure: "user",
      group: null,
      free: 12,
      known: 46,
      all: 49,
      unit: "user",
      uncounted: 1,
      date: "2026-11-22",
      origin: "declared",
    });
  });

  it("asks no more queries when there is more to count", async () => {
    const { db: watched, sent } = watchedDatabase(deps.url);
    await readAuthority(watched, town.id, (reader) => viewElected(reader, deps.now()));
    await someOpenness(deps, neighbour.id);
    const first = sent.length;
    sent.length = 0;
    await readAuthority(watched, neighbour.id, (reader) => viewElected(reader, deps.now()));
    expect(sent.length).toBeLessThanOrEqual(first);
  });
});

describe("over time", () => {
  it("shows a curve with its table, a month that was not measured as a gap, and what was worked out as such", async () => {
    const town = await anAuthority(deps);
    await anInstallation(deps, town.reviewer, { name: "Koha", free: true, inServiceOn: day("2026-08-15") });
    const month = (text: string, free: number) => ({
      month: day(text),
      measuredOn: day(text),
      declared: someDeclared(free, 2, 1),
      observed: null,
    });
    await someMonths(deps, town.id, [month("2026-06-01", 1), month("2026-07-01", 2)]);
    const before = await wordsOf(await app.get(PAGE, town.reviewer));
    expect(before).toMatch(/août 2026 Non mesuré/);
    expect(before).toMatch(/juillet 2026 2 2 1 Mesuré le 1er juillet 2026/);
    expect(before).not.toContain("Reconstitué");
    await keepMonths(deps, town.id);
    const after = await wordsOf(await app.get(PAGE, town.reviewer));
    // In service since the middle of August: nothing is known of the first day of August.
    expect(after).toMatch(/août 2026 Non mesuré/);
    expect(after).toMatch(/septembre 2026 1 0 0 Reconstitué/);
    expect(after).toMatch(/novembre 2026 1 0 0 Mesuré le 22 novembre 2026/);
  });

  it("shows the systems of the workstations, month after month", async () => {
    const town = await anAuthority(deps);
    await someMonths(deps, town.id, [
      { month: day("2026-09-01"), measuredOn: day("2026-09-03"), declared: someDeclared(1, 1, 0), observed: someObserved(2, 10) },
    ]);
    await someOpenness(deps, town.id);
    const answer = await app.get(PAGE, town.reviewer);
    const html = await answer.clone().text();
    const text = await wordsOf(answer);
    expect(html).toContain("Postes par système au 22 novembre 2026\u00a0: Linux 3 et Windows 9.");
    expect(text).toMatch(/Aujourd’hui 3 9 /);
    expect(text).toMatch(/septembre 2026 2 10 /);
    expect(text).toContain("En moyenne, 66,7 % du logiciel reconnu d’un poste est libre. Moyenne sur 12 postes, des 12");
  });
});

describe("the page for elected officials", () => {
  it("says each figure in a sentence, what changed in a year, and what to decide from facts", async () => {
    const town = await anAuthority(deps, { name: "Ville de Valmontel" });
    const office = await anInstallation(deps, town.reviewer, { name: "Office", softwareSlug: "office", users: 30 });
    await anInstallation(deps, town.reviewer, { name: "Koha", free: true, users: 10 });
    await anInstallation(deps, town.reviewer, { name: "Mint", free: true, state: "pilot", users: 14 });
    await aContract(town, [office]);
    await someMonths(deps, town.id, [
      { month: day("2025-11-01"), measuredOn: day("2025-11-01"), declared: someDeclared(3, 2, 0), observed: null },
    ]);
    const text = await wordsOf(await app.get(`${PAGE}/elus`, town.electedOfficial));
    expect(text).toContain("10 sur 40");
    expect(text).toContain("usages se font avec un logiciel libre, soit 25 %");
    expect(text).toContain(
      "En novembre 2025, 3 installations libres sur 5 de licence connue. Aujourd’hui, une installation libre sur 2 de licence connue. 2 libres de moins.",
    );
    expect(text).toContain(
      "Décider de l’avenir de Office avant le 30 mars 2027, dernier jour pour dénoncer son contrat. Il existe en libre : LibreOffice.",
    );
    expect(text).toContain("Conclure l’essai de Mint, utilisé par 14 personnes.");
    expect(text).toContain("Chiffres du 22 novembre 2026.");
  });

  it("is read by all who read the inventory, signed in", async () => {
    const town = await anAuthority(deps);
    for (const path of ["", "/elus", "/export.csv", "/export.ods", "/export.json"]) {
      expect((await app.get(`${PAGE}${path}`, town.electedOfficial)).status).toBe(200);
      expect((await app.get(`${PAGE}${path}`, undefined)).status).toBe(303);
      expect(app.declared).toContainEqual({ method: "GET", path: `${PAGE}${path}`, access: "read-inventory" });
    }
  });

  it("has nothing to say of an authority that declared nothing, and says so", async () => {
    const town = await anAuthority(deps);
    const text = await wordsOf(await app.get(`${PAGE}/elus`, town.electedOfficial));
    expect(text).toContain("rien n’est déclaré en service dont la licence soit connue");
    expect(text).toContain("Il n’y a pas encore de mois passé à comparer.");
    expect(text).not.toContain("0 %");
  });
});
