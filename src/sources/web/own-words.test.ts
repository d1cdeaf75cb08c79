import { readFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import parseSpdx from "spdx-expression-parse";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { putVocabularies } from "#src/catalogue/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aSourceSaying, someOwnWords } from "../testing.ts";
import { testApp, wordsOf } from "./test-app.ts";

const deps = await testDeps();
const { db } = deps;
const app = testApp(deps);
let ours: TestAuthority;
let theirs: TestAuthority;

const LONG =
  "Réserver les salles, le matériel et les véhicules de la commune, avec un calendrier que tous voient, des droits par service et des rappels par courriel.";

beforeAll(async () => {
  ours = await anAuthority(deps, { name: "Ville de Valmontel" });
  theirs = await anAuthority(deps, { name: "Ville voisine" });
  const categories = ["office", "online-booking"].map((id) => ({ id, label: { fr: `Catégorie ${id}`, en: id } }));
  await db.transaction().execute((trx) => putVocabularies(trx, { categories, ignoredWords: [] }));
  await aSourceSaying(deps, "sill", [
    {
      key: "1",
      name: "GRR",
      licences: ["GPL-2.0-or-later"],
      terms: ["salles"],
      repository: "https://github.com/devome/grr",
      platforms: ["web"],
    },
    { key: "2", name: "Publik", licences: ["AGPL-3.0-or-later"] },
    { key: "3", name: "Tableur Privé", saidNotFree: true, licences: ["propriétaire"] },
  ]);
});

const reason = { raison: "Lu sur le site des auteurs : https://grr.example" };
const correct = (slug: string, fields: Readonly<Record<string, string | readonly string[]>>, agent = ours.reviewer) =>
  app.post(`/catalogue/${slug}/corriger`, agent, { ...reason, _version: "0", ...fields });
const add = (fields: Readonly<Record<string, string>>) =>
  app.post("/catalogue/nouveau", ours.reviewer, { ...reason, _cle: newId(), ...fields });
const page = async (path: string, agent = ours.reviewer) => wordsOf(await app.get(path, agent));

describe("the form that corrects a software", () => {
  it("shows beside each field what the sources say, and gives back what we said", async () => {
    const before = await page("/catalogue/grr/corriger");
    for (const said of [
      "Selon Socle interministériel de logiciels libres : GPL-2.0-or-later",
      "Les sources disent déjà : salles.",
      "Aucune source ne le dit.",
      "signé « Ville de Valmontel »",
    ])
      expect(before).toContain(said);
    expect(before).not.toContain("Retirer nos mots");
    const answer = await correct("grr", { licence: "GPL-3.0-or-later", mots_metier: "réserver une salle", categorie_1: "online-booking" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/catalogue/grr"]);
    const html = await (await app.get("/catalogue/grr/corriger", ours.reviewer)).text();
    expect(html).toMatch(/name="licence"[^>]*value="GPL-3.0-or-later"|value="GPL-3.0-or-later"[^>]*name="licence"/);
    expect(html).toMatch(/<option value="online-booking" selected/);
    expect(html).toContain("Retirer nos mots");
  });

  it("leads to a page that says whose word it is, and where others disagree", async () => {
    const words = await page("/catalogue/grr");
    for (const said of ["Ce que dit votre collectivité", "Sur : Licence, Catégories et Mots métier.", "Lu sur le site des auteurs"])
      expect(words).toContain(said);
    expect(words).toMatch(/Ville de Valmontel : GPL-3\.0-or-later \(retenu\) \(\d+ \S+ \d{4}\)/);
    const neighbour = await page("/catalogue/grr", theirs.requester);
    expect(neighbour).toContain("Pourquoi d’autres collectivités disent autre chose");
    expect(neighbour).not.toMatch(/Ivan Instructeur|Corriger ou compléter|Ce que dit votre collectivité/);
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ nom: "x".repeat(101) }, "100 caractères au plus"],
    [{ raison: "" }, "Ce champ est nécessaire."],
    [{ raison: "x".repeat(501) }, "500 caractères au plus"],
    [{ nom: "A\u0000B" }, "caractères invisibles"],
    [{ nom: "A\u202EB" }, "inversent le sens"],
    [{ nom: "<img src=x onerror=alert(1)>" }, "sans balises"],
    [{ site: "javascript:alert(1)" }, "adresse complète d’un site public"],
    [{ licence: "Gratuit" }, "« Gratuit » dit un prix ou une idée, pas une licence."],
    [{ licence: "AGPL-3.0-or-latter" }, "n’est pas une licence reconnue"],
    [{ categorie_1: "inventee" }, "Cette catégorie n’existe pas"],
    [{ wikidata: "GRR" }, "identifiant Wikidata"],
    [{ remplace: "GRR" }, "GRR n’est pas un logiciel propriétaire."],
    [{ remplace: "Publik" }, "Publik ne peut pas se remplacer lui-même."],
    [{ remplace: "Nulle part" }, "Le catalogue ne connaît pas « Nulle part »."],
    [{ remplace: "x".repeat(2_101) }, "trop long"],
  ])("refuses in words, and gives back what was typed: %j", async (fields, message) => {
    const answer = await correct("publik", { editeur: "Gardé Tel Quel", ...fields });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).not.toMatch(/<img src=x|href="javascript:/);
    expect(html).toContain("Gardé Tel Quel");
    expect(await wordsOf(new Response(html))).toContain(message);
  });

  it("asks to write something, and takes every field of its form", async () => {
    expect(await wordsOf(await correct("publik", {}))).toContain("Écrivez au moins un champ.");
    const all = {
      nom: "Publik",
      editeur: "E",
      licence: "Licence à nous",
      licence_telle_quelle: "oui",
      categorie_1: "office",
      categorie_2: "",
    };
    const more = { site: "https://publik.example", depot: "https://git.example/publik", wikidata: "Q7", endoflife: "publik" };
    const lists = {
      autres_noms: "Publik GRU",
      mots_metier: "démarches\r\ntéléservices",
      remplace: "tableur prive",
      description_fr: "Démarches.",
    };
    expect((await correct("publik", { ...all, ...more, ...lists, description_en: "Forms.", retirer_mots: ["rien de tel"] })).status).toBe(
      303,
    );
    const words = await page("/catalogue/publik");
    for (const said of [
      "Publik GRU",
      "démarches",
      "téléservices",
      "Tableur Privé",
      "Licence à nous",
      "Q7",
      "https://publik.example".slice(8),
    ])
      expect(words).toContain(said);
  });

  it("shows both versions when a colleague was faster, and keeps what was typed", async () => {
    const answer = await correct("grr", { licence: "MIT" }, ours.administrator);
    expect(answer.status).toBe(409);
    const words = await wordsOf(answer);
    expect(words).toMatch(/Modifié par Ivan Instructeur.*Licence MIT GPL-3\.0-or-later.*Relisez, puis enregistrez/s);
    expect((await correct("grr", { licence: "MIT", _version: "1" }, ours.administrator)).status).toBe(303);
    expect((await correct("grr", { licence: "GPL-3.0-or-later", mots_metier: "réserver une salle", _version: "2" })).status).toBe(303);
  });

  it("is not there for an unknown software, nor for those who only read", async () => {
    for (const slug of ["nulle-part", "%00", "a".repeat(200)])
      expect([
        (await app.get(`/catalogue/${slug}/corriger`, ours.reviewer)).status,
        (await correct(slug, { editeur: "E" })).status,
      ]).toEqual([404, 404]);
    expect((await app.get("/catalogue/grr/corriger", ours.requester)).status).toBe(403);
    expect((await correct("grr", { editeur: "E" }, ours.electedOfficial)).status).toBe(403);
  });
});

describe("adding a software", () => {
  it("begins with what was searched, and ends on its page", async () => {
    expect(await (await app.get("/catalogue/nouveau?nom=Agora%00%20Valmontel", ours.reviewer)).text()).toContain(
      'value="Agora  Valmontel"',
    );
    const answer = await add({ nom: "Agora Valmontel", licence: "EUPL-1.2", mots_metier: "budget participatif", description_fr: LONG });
    expect(answer.headers.get("location")).toBe("/catalogue/agora-valmontel");
    expect(await page("/catalogue?recherche=budget+participatif", ours.requester)).toContain("Agora Valmontel");
  });

  it("asks whether it is one that is there: it is, and nothing typed is lost; it is not, and it is added", async () => {
    const asked = await add({ nom: "GRR de chez nous", depot: "https://github.com/devome/grr", editeur: "Nous" });
    expect(asked.status).toBe(409);
    const html = await asked.text();
    expect(await wordsOf(new Response(html))).toMatch(/Existe peut-être déjà.*GRR \(même dépôt de code\)/);
    expect(html).toContain('formaction="/catalogue/grr/corriger"');
    const taken = await app.post("/catalogue/grr/corriger", ours.reviewer, { ...reason, reprendre: "oui", editeur: "Nous", _cle: newId() });
    expect([taken.status, (await taken.text()).includes('value="Nous"')]).toEqual([200, true]);
    const answer = await add({ nom: "GRR de chez nous", depot: "https://github.com/devome/grr", autre: "oui" });
    expect(answer.headers.get("location")).toBe("/catalogue/grr-de-chez-nous");
    expect(await page("/catalogue/doublons")).toContain("GRR de chez nous");
  });

  it("is refused without a name, and to those who only read", async () => {
    expect(await wordsOf(await add({ licence: "MIT" }))).toContain("Donnez un nom");
    expect((await app.get("/catalogue/nouveau", ours.requester)).status).toBe(403);
  });
});

describe("what our authority said", () => {
  it("is listed, searched, sorted, with who, when and why; another authority sees its own alone", async () => {
    const words = await page("/catalogue/nos-corrections", ours.requester);
    for (const said of ["GRR", "Licence et Mots métier", "Lu sur le site des auteurs", "par Ivan Instructeur", "Ajouté par nous"])
      expect(words).toContain(said);
    expect(words).not.toContain("Redire");
    expect(await page("/catalogue/nos-corrections?recherche=AGORA")).toMatch(/1 logiciel(?!s)/);
    expect(await page("/catalogue/nos-corrections?recherche=%25_")).toContain("Rien ne correspond");
    for (const query of ["tri=nom", "tri=nom&ordre=decroissant", "tri=x&page=-1&etat=y", "recherche=%00%F0"])
      expect((await app.get(`/catalogue/nos-corrections?${query}`, ours.reviewer)).status).toBe(200);
    expect((await app.get("/catalogue/nos-corrections?page=9", ours.reviewer)).headers.get("location")).toBe("/catalogue/nos-corrections");
    const neighbour = await page("/catalogue/nos-corrections", theirs.reviewer);
    expect(neighbour).toContain("Rien encore");
    expect(neighbour).not.toContain("GRR");
  });

  it("goes upstream as a publiccode.yml that others read, our lines named in its first lines", async () => {
    await someOwnWords(deps, theirs.reviewer, "grr", { licence: "EUPL-1.2" });
    const file = await (await app.get("/catalogue/grr/publiccode.yml", ours.requester)).text();
    const content = parse(file);
    expect(content).toMatchObject({ name: "GRR", url: "https://github.com/devome/grr", legal: { license: "GPL-3.0-or-later" } });
    expect(parseSpdx(content.legal.license)).toBeDefined();
    const known = Object.keys(parse(readFileSync("data/vocabularies/publiccode-categories.yml", "utf8")) as object);
    expect((content.categories ?? []).every((id: string) => known.includes(id))).toBe(true);
    expect(file).toContain("# Dit par Ville de Valmontel, au-dessus de ce que disent les autres sources");
    expect(file).toMatch(/^# \* legal\/license$/m);
    expect(file).not.toMatch(/^# \* name$|Ivan/m);
    expect(file).toMatch(/^# Pourquoi.*Lu sur le site des auteurs/m);
    const theirFile = parse(await (await app.get("/catalogue/grr/publiccode.yml", theirs.requester)).text());
    expect(theirFile.legal.license).toBe("EUPL-1.2");
  });

  it("goes as one stream of documents, and as a sheet without formulas", async () => {
    await correct("grr-de-chez-nous", { editeur: "=1+1", depot: "https://github.com/devome/grr", nom: "=cmd()", _version: "1" });
    const answer = await app.get("/catalogue/nos-corrections/export.yml", ours.requester);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="nos-corrections-\d{4}-\d\d-\d\d\.yml"$/);
    const documents = parseAllDocuments(await answer.text()).map((document) => [
      document.errors.length,
      (document.toJS() as { name: string }).name,
    ]);
    expect(documents).toEqual([
      [0, "=cmd()"],
      [0, "Agora Valmontel"],
      [0, "GRR"],
      [0, "Publik"],
    ]);
    const csv = await (await app.get("/catalogue/nos-corrections/export.csv?tri=nom", ours.requester)).text();
    const rows: string[][] = parseCsv(csv, { delimiter: ";", bom: true });
    expect(rows[0]?.slice(0, 3)).toEqual(["Adresse", "Logiciel", "Ce que nous disons"]);
    expect(rows).toHaveLength(5);
    expect(rows.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });

  it("is withdrawn whole, and said again from the list", async () => {
    const stale = await app.post("/catalogue/grr/retirer-nos-mots", ours.reviewer, { _version: "1" });
    expect(stale.headers.get("location")).toBe("/catalogue/grr/corriger");
    const answer = await app.post("/catalogue/grr/retirer-nos-mots", ours.reviewer, { _version: "3" });
    expect(answer.headers.get("location")).toBe("/catalogue/nos-corrections");
    expect(await page("/catalogue/nos-corrections?etat=retires")).toMatch(/GRR.*Retiré.*Redire/s);
    expect(await page("/catalogue/grr")).not.toContain("Ce que dit votre collectivité");
    const again = await page("/catalogue/grr/corriger");
    expect(again).toContain("Votre collectivité a retiré ces mots");
    expect((await correct("grr", { licence: "GPL-3.0-or-later", _version: "4" })).status).toBe(303);
    expect(await page("/catalogue/grr")).toContain("Ce que dit votre collectivité");
    expect((await app.post("/catalogue/grr/retirer-nos-mots", ours.requester, {})).status).toBe(403);
    expect((await app.post("/catalogue/nulle-part/retirer-nos-mots", ours.reviewer, {})).status).toBe(404);
  });

  it("is counted, not listed, among the sources", async () => {
    const words = await page("/catalogue/sources", ours.administrator);
    expect(words).toMatch(/Par 2 collectivités, au-dessus des sources : 5 fiches\./);
    expect(words).not.toContain("Ville voisine");
    expect((await app.get("/catalogue/sources/authority-ville-voisine", ours.administrator)).status).toBe(404);
  });

  it("is said in English too", async () => {
    for (const path of ["/catalogue/grr/corriger", "/catalogue/nouveau", "/catalogue/nos-corrections", "/catalogue/grr"])
      expect(await wordsOf(await app.get(path, ours.reviewer, "en"))).toMatch(
        /our words|Our additions|What your authority says|Add to the catalogue/,
      );
  });
});
