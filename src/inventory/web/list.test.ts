import { readOds } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { listInstallations } from "../db/list-installations.ts";
import type { Details } from "../domain/details.ts";
import { FACTS, type Fact, missingFacts } from "../domain/missing-facts.ts";
import { anInstallation } from "../testing.ts";
import { testApp } from "./test-app.ts";

const DETAIL_TITLES =
  "Version;Couche;Criticité;Service qui en répond;Fonction qui en répond;Hébergement;Hébergeur;Pays des données;Droits applicables;Données personnelles;Catégories de données;Registre des traitements";
const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
/** Names of the installations of which contracts say the cost. */
const PAID: readonly string[] = ["Koha", "Vieux logiciel"];
const app = testApp(deps, {
  paidInstallations: async (reader) => {
    const rows = await reader.selectFrom("installation").select(["id", "name"]).where("authorityId", "=", reader.authorityId).execute();
    return rows.filter(({ name }) => PAID.includes(name)).map(({ id }) => id);
  },
});
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await givenSoftware(db, { slug: "koha", name: "Koha", aliases: ["Bibliolibre"] });
  const { culture, library, it: computing } = ours.departments;
  await anInstallation(deps, ours.reviewer, {
    name: "Koha",
    softwareSlug: "koha",
    users: 12,
    departmentIds: [library],
    purpose: "Prêts de la médiathèque",
    details: { hosting: "on-premises" },
  });
  const details: Partial<Details> = {
    softwareVersion: "24.8",
    layer: "server",
    criticality: "vital",
    answerableDepartmentId: culture,
    answerableRole: "régie",
    hosting: "cloud",
    hostName: "Scaleway",
    dataCountry: "FR",
    governingLaw: ["FR", "US"],
    personalData: "ordinary",
    personalDataKinds: ["identity", "contact"],
    registerReference: "T-12",
  };
  await anInstallation(deps, ours.reviewer, { name: "Éditeur maison", free: false, users: 200, departmentIds: [culture], details });
  await anInstallation(deps, ours.reviewer, {
    name: "=HYPERLINK(1)",
    purpose: '@danger; "guillemets"',
    state: "planned",
    departmentIds: [computing],
  });
  await anInstallation(deps, ours.reviewer, { name: "Vieux logiciel", state: "retired", inServiceOn: "2001-05-01" as LocalDate });
  await anInstallation(deps, neighbour.reviewer, { name: "Secret du voisin" });
});

const names = async (query: string): Promise<readonly string[]> => {
  const html = await (await app.get(`/parc${query}`, ours.requester)).text();
  return [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]+)<\/a>/g)].map(([, name = ""]) => name);
};

describe("the list of the inventory", () => {
  it("shows what is not retired, in order of name whatever the accents, and nothing of a neighbour", async () => {
    expect(await names("")).toEqual(["=HYPERLINK(1)", "Éditeur maison", "Koha"]);
  });

  it("is searched by name, alias, purpose; filtered by state, department and those beneath it, and licence", async () => {
    expect(await names("?recherche=editeur")).toEqual(["Éditeur maison"]);
    expect(await names("?recherche=bibliolibre")).toEqual(["Koha"]);
    expect(await names("?recherche=pret+mediatheque")).toEqual(["Koha"]);
    expect(await names("?etat=retire")).toEqual(["Vieux logiciel"]);
    expect(await names("?etat=tous")).toHaveLength(4);
    expect(await names(`?service=${ours.departments.culture}`)).toEqual(["Éditeur maison", "Koha"]);
    expect(await names(`?service=${ours.departments.library}`)).toEqual(["Koha"]);
    expect(await names("?licence=libre")).toEqual(["Koha"]);
    expect(await names("?licence=non-libre")).toEqual(["Éditeur maison"]);
    expect(await names("?licence=inconnue&etat=tous")).toEqual(["=HYPERLINK(1)", "Vieux logiciel"]);
    expect(await names("?recherche=inexistant")).toEqual([]);
    expect(await names("?recherche=%25")).toEqual([]);
  });

  it("is filtered by layer, criticality, hosting, and what nobody has stated yet", async () => {
    expect(await names("?couche=serveur")).toEqual(["Éditeur maison"]);
    expect(await names("?criticite=vital")).toEqual(["Éditeur maison"]);
    expect(await names("?criticite=inconnue")).toEqual(["=HYPERLINK(1)", "Koha"]);
    expect(await names("?hebergement=nuage")).toEqual(["Éditeur maison"]);
    expect(await names("?hebergement=inconnu")).toEqual(["=HYPERLINK(1)"]);
    expect(await names("?manque=pays")).toEqual(["=HYPERLINK(1)"]);
    expect(await names("?manque=objet")).toEqual(["Éditeur maison"]);
    expect(await names("?manque=quelque-chose")).toHaveLength(3);
    expect(await names("?manque=date&etat=tous")).toEqual(["Éditeur maison", "Koha"]);
    expect(await names("?manque=utilisateurs")).toEqual(["=HYPERLINK(1)"]);
    expect(await names("?manque=depense")).toEqual(["=HYPERLINK(1)", "Éditeur maison"]);
    expect(await names("?manque=depense&etat=en-service")).toEqual(["Éditeur maison"]);
    const file = await (await app.get("/parc/export.csv?manque=depense", ours.requester)).text();
    expect(file).toContain("Éditeur maison");
    expect(file).not.toContain("Koha");
    expect(await (await app.get("/parc?couche=serveur&manque=objet", ours.requester)).text()).toContain("Autres filtres (2 actifs)");
  });

  it("agrees with the page of each on what nobody has stated", async () => {
    const all = await readAuthority(db, ours.id, async (reader) => {
      const filter = { search: "", state: "all", departmentIds: undefined, freedom: undefined } as const;
      const list = (missing: Fact | undefined) =>
        listInstallations(reader, { filter: { ...filter, missing }, sort: "name", descending: false, limit: 100, offset: 0 });
      const everything = (await list(undefined)).rows;
      const counts = [];
      for (const fact of FACTS)
        counts.push([fact, (await list(fact)).total, everything.filter((each) => missingFacts(each).includes(fact)).length]);
      return counts;
    });
    expect(all.filter(([, found]) => found !== 0).length).toBeGreaterThan(8);
    for (const [fact, found, expected] of all) expect(found, String(fact)).toBe(expected);
  });

  it("is sorted both ways; what is not known comes last", async () => {
    expect(await names("?ordre=decroissant")).toEqual(["Koha", "Éditeur maison", "=HYPERLINK(1)"]);
    expect(await names("?tri=utilisateurs")).toEqual(["Koha", "Éditeur maison", "=HYPERLINK(1)"]);
    expect(await names("?tri=utilisateurs&ordre=decroissant")).toEqual(["Éditeur maison", "Koha", "=HYPERLINK(1)"]);
    expect((await names("?tri=etat"))[0]).toBe("=HYPERLINK(1)");
  });

  it("understands what it can of an address, and answers", async () => {
    for (const query of [
      "?page=-1",
      "?page=abc",
      "?page=1e9",
      "?etat=x&tri=x&ordre=x&licence=x",
      "?service=x",
      `?service=${newId()}`,
      "?recherche=%00%F0%9F",
      `?recherche=${"a".repeat(5000)}`,
      "?couche=x&criticite=x&hebergement=x&manque=x",
    ]) {
      expect((await app.get(`/parc${query}`, ours.requester)).status, query).toBe(200);
    }
    expect((await app.get("/parc?page=9", ours.requester)).headers.get("location")).toBe("/parc");
  });

  it("shows twenty-five at a time", async () => {
    const town = await anAuthority(deps, { name: "Ville aux cent logiciels" });
    for (let index = 0; index < 26; index += 1) await anInstallation(deps, town.reviewer, { name: `Logiciel ${index}` });
    const first = await (await app.get("/parc", town.reviewer)).text();
    const second = await (await app.get("/parc?page=2", town.reviewer)).text();
    expect([...first.matchAll(/<th scope="row"/g)]).toHaveLength(25);
    expect([...second.matchAll(/<th scope="row"/g)]).toHaveLength(1);
  });

  it("says the share of free software with its denominator, its date, and what is not known", async () => {
    const words = await wordsOf(await app.get("/parc", ours.electedOfficial));
    expect(words).toContain("50 % des logiciels en service dont la licence est connue : 1 sur 2, au ");
    const town = await anAuthority(deps, { name: "Ville sans licence" });
    await anInstallation(deps, town.reviewer, {});
    expect(await wordsOf(await app.get("/parc", town.reviewer))).toContain(
      "Pas encore connue aucune licence connue, sur 1 logiciel en service",
    );
  });

  it("teaches when it is empty, and offers the first step to those who may take it", async () => {
    const town = await anAuthority(deps, { name: "Ville neuve" });
    const manager = await (await app.get("/parc", town.reviewer)).text();
    expect(manager).toContain("Votre parc est encore vide");
    expect(manager).toContain('href="/parc/nouvelle"');
    const reader = await (await app.get("/parc", town.requester)).text();
    expect(reader).not.toContain('href="/parc/nouvelle"');
    expect((await app.get("/parc", town.reviewer, "en")).status).toBe(200);
  });
});

describe("the list as a file", () => {
  it("is the whole filtered list, in CSV, with formulas made harmless", async () => {
    const answer = await app.get("/parc/export.csv", ours.requester);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="parc-logiciel-2026-11-21.csv"');
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(text.split("\r\n").filter((line) => line !== "")).toEqual([
      `\uFEFFLogiciel;Services;Utilisateurs;État;Licence libre;Objet;En service depuis;${DETAIL_TITLES};Retiré le;Fiche du catalogue`,
      '\'=HYPERLINK(1);Systèmes d’information;;Prévu;;"\'@danger; ""guillemets""";;;Visible des utilisateurs;;;;;;;;;;;;',
      "Éditeur maison;Culture;200;En service;non;;;24.8;Serveur;Vital;Culture;régie;Dans le nuage d’une entreprise;Scaleway;France;France | États-Unis;Oui, courantes;Identité | Coordonnées;T-12;;",
      "Koha;Bibliothèque;12;En service;oui;Prêts de la médiathèque;;;Visible des utilisateurs;;;;Dans vos locaux;;;;;;;;Koha",
    ]);
    const retired = await (await app.get("/parc/export.csv?etat=retire", ours.requester)).text();
    expect(retired).toContain("Vieux logiciel;;;Retiré;;;2001-05-01;;Visible des utilisateurs;;;;;;;;;;;2026-01-31;");
    expect(retired).not.toContain("Koha");
  });

  it("is the same in ODS, where a text stays a text", async () => {
    const answer = await app.get("/parc/export.ods", ours.requester);
    expect(answer.headers.get("content-type")).toBe("application/vnd.oasis.opendocument.spreadsheet");
    const book = await readOds(new Uint8Array(await answer.arrayBuffer()));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows.map((row) => row[0])).toEqual(["Logiciel", "=HYPERLINK(1)", "Éditeur maison", "Koha"]);
    expect(rows[2]?.[2]).toBe(200);
  });

  it("can be imported elsewhere as it is", async () => {
    const town = await anAuthority(deps, { name: "Ville qui reprend" });
    const csv = await (await app.get("/parc/export.csv", ours.requester)).arrayBuffer();
    const key = newId<string>();
    await app.post("/parc/import", town.reviewer, { _cle: key, fichier: new File([csv], "parc.csv") });
    expect(await wordsOf(await app.get(`/parc/import/${key}`, town.reviewer))).not.toContain("refusée");
    await app.post(`/parc/import/${key}/confirmer`, town.reviewer, {});
    const again = await (await app.get("/parc/export.csv", town.reviewer)).text();
    expect(again).toBe(await (await app.get("/parc/export.csv", ours.requester)).text());
  });
});

describe("the list as a spreadsheet", () => {
  it("can be imported elsewhere as it is, in ODS too", async () => {
    const town = await anAuthority(deps, { name: "Ville du classeur" });
    const ods = await (await app.get("/parc/export.ods", ours.requester)).arrayBuffer();
    const key = newId<string>();
    const sent = await app.post("/parc/import", town.reviewer, { _cle: key, fichier: new File([ods], "parc.ods") });
    expect(sent.headers.get("location")).toBe(`/parc/import/${key}/colonnes`);
    await app.post(`/parc/import/${key}/confirmer`, town.reviewer, {});
    const csv = (agent: typeof ours.requester): Promise<string> => app.get("/parc/export.csv", agent).then((answer) => answer.text());
    expect(await csv(town.reviewer)).toBe(await csv(ours.requester));
  });
});
