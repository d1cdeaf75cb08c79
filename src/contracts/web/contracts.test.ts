import { readOds } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { contractsOfSupplier, currentContracts, yearlyCosts } from "../public.ts";
import { aContract } from "../testing.ts";
import { testApp, wordsOf } from "./test-app.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-07-15T10:00:00Z") };
const TODAY = "2026-07-15" as LocalDate;
const app = testApp(deps);
const SUPPLIER = newId<string>();
let ours: TestAuthority;
let neighbour: TestAuthority;
let koha: InstallationId;
let finance: InstallationId;
let theirs: InstallationId;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  koha = await anInstallation(deps, ours.reviewer, { name: "Koha" });
  finance = await anInstallation(deps, ours.reviewer, { name: "Finances" });
  theirs = await anInstallation(deps, neighbour.reviewer, { name: "Secret du voisin" });
  await db
    .insertInto("supplier")
    .values({ id: SUPPLIER, name: "Éditeur Libre", origin: "hand", madeAt: deps.now(), changedAt: deps.now() })
    .execute();
});

const FORM = {
  titre: "Maintenance Koha",
  fournisseur: "editeur libre",
  nature: "support",
  debut: "2026-01-01",
  fin: "2026-12-31",
  reconduction: "tacit",
  reconduction_mois: "12",
  preavis_mois: "3",
  montant: "8 400,50",
};
const declare = async (fields: Record<string, string | readonly string[]> = {}, id = newId<string>()): Promise<string> => {
  const answer = await app.post("/parc/contrats/nouveau", ours.reviewer, { ...FORM, _cle: id, ...fields });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/parc/contrats/${id}`]);
  return `/parc/contrats/${id}`;
};
const titles = async (query: string): Promise<readonly string[]> => {
  const html = await (await app.get(`/parc/contrats${query}`, ours.requester)).text();
  return [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]+)<\/a>/g)].map(([, name = ""]) => name);
};

describe("a contract", () => {
  it("is added once however often its form is sent, under the instance's supplier of that name, and says where it stands", async () => {
    const id = newId<string>();
    await declare({ installations: [koha] }, id);
    const path = await declare({ installations: [koha] }, id);
    const words = await wordsOf(await app.get(path, ours.electedOfficial));
    expect(words).toContain("sauf préavis donné au plus tard le 30 septembre 2026");
    expect(words).toContain("Éditeur Libre");
    expect(words).toContain("8 400,50 €");
    expect(words).toContain("Contrat ajouté");
    expect(words).not.toContain("Modifier");
    expect((await db.selectFrom("journalEntry").select("what").where("subjectId", "=", id).execute()).map(({ what }) => what)).toEqual([
      "contract-declared",
    ]);
    const { ours: mine } = { ours: await readAuthority(db, ours.id, (reader) => contractsOfSupplier(reader, SUPPLIER, TODAY)) };
    expect(mine.map(({ title }) => title)).toEqual(["Maintenance Koha"]);
  });

  it("is shown, changed and closed by its authority alone; a neighbour does not know it exists", async () => {
    const path = await declare();
    expect((await app.get(path, ours.requester)).status).toBe(200);
    for (const address of [path, `${path}/modifier`, `${path}/couverture`])
      expect((await app.get(address, neighbour.reviewer)).status).toBe(404);
    const posts: readonly (readonly [string, Record<string, string>])[] = [
      ["modifier", FORM],
      ["couverture", {}],
      ["fin", { fin_le: "2026-12-31" }],
      ["reprise", {}],
      ["fichiers", {}],
    ];
    for (const [address, fields] of posts) {
      expect((await app.post(`${path}/${address}`, neighbour.reviewer, fields)).status, address).toBe(404);
      expect((await app.post(`${path}/${address}`, ours.requester, fields)).status, address).toBe(403);
    }
  });

  it("is refused in words, with what was typed, whatever is typed", async () => {
    const id = newId<string>();
    const refused = async (fields: Record<string, string | readonly string[]>): Promise<string> => {
      const answer = await app.post("/parc/contrats/nouveau", ours.reviewer, { ...FORM, _cle: id, ...fields });
      expect(answer.status).toBe(422);
      return wordsOf(answer);
    };
    expect(await refused({ fin: "2025-12-31" })).toContain("La fin vient avant le début.");
    expect(await refused({ fin: "" })).toContain("Pour une reconduction, donnez la fin");
    expect(await refused({ reconduction_mois: "" })).toContain("Dites de combien de mois");
    expect(await refused({ debut: "2026-02-30" })).toContain("Donnez une date qui existe");
    expect(await refused({ montant: "beaucoup" })).toContain("Donnez un montant en euros");
    expect(await refused({ titre: "a\0b" })).toContain("caractères invisibles");
    expect(await refused({ titre: "x".repeat(201) })).toContain("trop long");
    expect(await refused({ nature: "autre" })).toContain("Ce choix n’existe pas");
    expect(await refused({ fournisseur_connu: newId<string>() })).toContain("Ce fournisseur n’existe plus");
    expect(await refused({ installations: [theirs] })).toContain("Une installation choisie n’existe plus");
    expect((await db.selectFrom("contract").select("id").where("id", "=", id).execute()).length).toBe(0);
  });

  it("edited twice at once shows both versions and loses nothing", async () => {
    const path = await declare();
    const edit = { ...FORM, _version: "1" };
    expect((await app.post(`${path}/modifier`, ours.reviewer, { ...edit, titre: "Le premier" })).status).toBe(303);
    const answer = await app.post(`${path}/modifier`, ours.administrator, { ...edit, titre: "Le second" });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain("Le premier");
    expect(html).toContain("Ivan Instructeur");
    expect(html).toContain('value="Le second"');
    expect((await app.post(`${path}/modifier`, ours.administrator, { ...edit, titre: "Le premier" })).status).toBe(303);
  });

  it("comes to an end on the day said, not before it began, and goes on when that was a mistake", async () => {
    const path = await declare();
    const early = await app.post(`${path}/fin`, ours.reviewer, { fin_le: "2025-12-31" });
    expect([early.status, await wordsOf(early)]).toEqual([422, expect.stringContaining("il ne peut pas finir avant")]);
    expect((await app.post(`${path}/fin`, ours.reviewer, { fin_le: "2026-12-31" })).status).toBe(303);
    expect(await wordsOf(await app.get(path, ours.requester))).toContain("Il prend fin le 31 décembre 2026 : c’est décidé.");
    expect((await app.post(`${path}/reprise`, ours.reviewer)).status).toBe(303);
    expect(await wordsOf(await app.get(path, ours.requester))).toContain("sauf préavis donné");
  });
});

describe("what a contract covers", () => {
  it("is its installations with their shares, refused over a hundred percent, and gives what each costs", async () => {
    const path = await declare({ montant: "1 000" });
    const page = await wordsOf(await app.get(`${path}/couverture?recherche=fin`, ours.reviewer));
    expect(page).toContain("Part de Finances");
    expect(page).not.toContain("Secret du voisin");
    const cover = (fields: Record<string, string | readonly string[]>) => app.post(`${path}/couverture`, ours.reviewer, fields);
    const over = await cover({ _version: "1", installations: [koha, finance], [`part-${koha}`]: "70", [`part-${finance}`]: "40" });
    expect([over.status, await wordsOf(over)]).toEqual([422, expect.stringContaining("Les parts font 110 %")]);
    const wrong = await cover({ _version: "1", installations: [koha], [`part-${koha}`]: "beaucoup" });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("beaucoup")]);
    expect((await cover({ _version: "1", installations: [theirs] })).status).toBe(422);
    expect((await cover({ _version: "1", installations: [koha, finance], [`part-${koha}`]: "70" })).status).toBe(303);
    expect((await cover({ _version: "1", installations: [koha] })).status).toBe(409);
    const id = path.split("/").at(-1);
    const costs = (await readAuthority(db, ours.id, (reader) => yearlyCosts(reader, TODAY))).filter(({ contractId }) => contractId === id);
    expect(costs.map(({ installationId, cents }) => [installationId, cents])).toEqual([
      [finance, 30_000],
      [koha, 70_000],
    ]);
    expect(await wordsOf(await app.get(`/_section/${koha}`, ours.requester))).toContain("700 € HT par an pour cette installation");
  });

  it("costs nothing once the contract ended, and before it began", async () => {
    const id = await aContract(deps, ours.reviewer, { covers: [koha], title: "Fini", closedOn: "2026-03-31" as LocalDate });
    const ids = async (onDay: string) =>
      (await readAuthority(db, ours.id, (reader) => currentContracts(reader, onDay as LocalDate))).map((each) => each.id);
    expect(await ids("2026-03-31")).toContain(id);
    expect(await ids("2026-04-01")).not.toContain(id);
    expect(await ids("2025-12-31")).not.toContain(id);
  });
});

describe("documents of a contract", () => {
  it("are attached, downloaded and never shown, and erased when they are taken away", async () => {
    const path = await declare();
    const add = (file: File, key = newId<string>()) => app.post(`${path}/fichiers`, ours.reviewer, { _cle: key, fichiers: file });
    const key = newId<string>();
    expect((await add(new File(["%PDF-1.7"], "marché (signé).pdf"), key)).status).toBe(303);
    expect((await add(new File(["%PDF-1.7"], "marché (signé).pdf"), key)).status).toBe(303);
    const wrong = await add(new File(["<html>"], "page.html"));
    expect([wrong.status, await wordsOf(wrong)]).toEqual([422, expect.stringContaining("n’est pas d’un format accepté")]);
    const address = `${path}/fichiers/${key}`;
    const got = await app.get(address, ours.requester);
    expect(await got.text()).toBe("%PDF-1.7");
    expect(got.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''march%C3%A9%20%28sign%C3%A9%29.pdf");
    expect(got.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await app.get(address, neighbour.reviewer)).status).toBe(404);
    expect((await app.post(`${address}/retrait`, neighbour.reviewer)).status).toBe(404);
    expect((await app.post(`${address}/retrait`, ours.reviewer)).status).toBe(303);
    expect((await app.get(address, ours.requester)).status).toBe(404);
    const kept = await db.selectFrom("contractDocument").select(["fileName", "content"]).where("id", "=", key).execute();
    expect(kept.map(({ fileName, content }) => [fileName, content.length])).toEqual([["marché (signé).pdf", 0]]);
    expect(await wordsOf(await app.get(path, ours.requester))).toContain("Document retiré");
  });
});

describe("the list of contracts", () => {
  it("is searched, filtered and sorted, says its total with its denominator, and is exported", async () => {
    await db.deleteFrom("contractDocument").execute();
    await db.deleteFrom("contract").execute();
    const { reviewer } = ours;
    await aContract(deps, reviewer, { title: "À donner", noticeMonths: 3, covers: [koha] });
    await aContract(deps, reviewer, {
      title: "Loin",
      startsOn: "2026-01-01" as LocalDate,
      endsOn: "2028-12-31" as LocalDate,
      kind: "hosting",
      yearlyAmount: 160_000,
    });
    await aContract(deps, reviewer, {
      title: "=cmd()",
      renewal: "none",
      renewalMonths: null,
      endsOn: "2026-08-31" as LocalDate,
      yearlyAmount: null,
    });
    await aContract(deps, reviewer, {
      title: "Vieux",
      startsOn: "2020-01-01" as LocalDate,
      endsOn: "2020-12-31" as LocalDate,
      renewal: "none",
      renewalMonths: null,
    });
    await aContract(deps, neighbour.reviewer, { title: "Du voisin" });
    expect(await titles("")).toEqual(["=cmd()", "À donner", "Loin"]);
    expect(await titles("?etat=preavis")).toEqual(["À donner"]);
    expect(await titles("?etat=termine")).toEqual(["Vieux"]);
    expect(await titles("?etat=tous")).toHaveLength(4);
    expect(await titles("?nature=hebergement")).toEqual(["Loin"]);
    expect(await titles("?recherche=KOHA")).toEqual(["À donner"]);
    expect(await titles("?tri=fin&ordre=decroissant")).toEqual(["Loin", "À donner", "=cmd()"]);
    expect(await titles("?tri=preavis")).toEqual(["À donner", "Loin", "=cmd()"]);
    expect(await titles("?tri=montant")).toEqual(["Loin", "À donner", "=cmd()"]);
    const words = await wordsOf(await app.get("/parc/contrats", ours.requester));
    expect(words).toContain("10 000 € HT par an, pour 2 contrats dont le montant est connu, sur 3 contrats.");
    const csv = await (await app.get("/parc/contrats/export.csv?tri=fin", ours.requester)).text();
    expect(csv.split("\r\n")[1]).toMatch(/^"?'=cmd\(\)/);
    const ods = await readOds(new Uint8Array(await (await app.get("/parc/contrats/export.ods", ours.requester)).arrayBuffer()));
    expect(ods.sheets[0]?.rows.length).toBe(4);
  });

  it("teaches when it is empty, in both languages", async () => {
    const fresh = await anAuthority(deps, { name: "Ville neuve" });
    expect(await wordsOf(await app.get("/parc/contrats", fresh.reviewer))).toContain("Aucun contrat pour le moment");
    expect(await wordsOf(await app.get("/parc/contrats", fresh.requester, "en"))).toContain("No contract yet");
  });
});

describe("a supplier that is being typed", () => {
  it("is proposed where the instance knows it", async () => {
    expect(await wordsOf(await app.get("/parc/contrats/suggestions?q=editeur", ours.reviewer))).toContain("Éditeur Libre");
    expect(await (await app.get("/parc/contrats/suggestions?q=zzzz", ours.reviewer)).text()).toBe("");
  });

  it("is asked about without JavaScript too, where the name alone does not say who is meant", async () => {
    const form = { ...FORM, fournisseur: "Libre" };
    const asked = await app.post("/parc/contrats/nouveau", ours.reviewer, { ...form, _cle: newId<string>() });
    expect(asked.status).toBe(422);
    const html = await asked.text();
    expect(html).toContain(`name="fournisseur_connu" value="${SUPPLIER}"`);
    expect(html).toContain("d’un nom proche");
    expect(html).toContain('value="Libre"');
    const asWritten = await declare({ ...form, fournisseur_connu: "" });
    expect(await wordsOf(await app.get(`${asWritten}/modifier`, ours.reviewer))).toContain("Est-ce l’un de ceux-ci");
    const chosen = await app.get(await declare({ ...form, fournisseur_connu: SUPPLIER }), ours.reviewer);
    expect(await wordsOf(chosen)).toContain("Éditeur Libre");
    const edit = { ...form, _version: "1" };
    expect((await app.post(`${asWritten}/modifier`, ours.reviewer, edit)).status).toBe(422);
    expect((await app.post(`${asWritten}/modifier`, ours.reviewer, { ...edit, fournisseur_connu: "" })).status).toBe(303);
  });
});
