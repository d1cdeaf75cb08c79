import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { givenCnll, givenComptoir } from "../testing.ts";
import { refreshSuppliers } from "../usecases/refresh-suppliers.ts";
import { testApp } from "./test-app.ts";

const deps = await testDeps();
const { db } = deps;
const at = deps.now();
const { administrator, reviewer, requester } = await anAuthority(deps);
const neighbour = await anAuthority(deps, { name: "Ville voisine" });
const app = testApp(deps);
await givenSoftware(
  db,
  { slug: "grr", name: "GRR" },
  { slug: "mrbs", name: "MRBS" },
  { slug: "publik", name: "Publik" },
  { slug: "publik-2", name: "Publik" },
);
const SIREN = "100000009";
const FORM = { nom: "Coopérative du Libre", siren: "", site: "", forme: "", lieu: "", logiciels: "" };

beforeEach(async () => {
  await sql`truncate supplier, supplier_software, source_statement, software_identity, software_pair, installation cascade`.execute(db);
  await sql`delete from software where slug <> all('{grr,mrbs,publik,publik-2}')`.execute(db);
});

const idNamed = async (name: string) =>
  (await db.selectFrom("supplier").select("id").where("name", "=", name).executeTakeFirst())?.id ?? "";
const versionOf = async (id: string) =>
  String((await db.selectFrom("supplier").select("version").where("id", "=", id).executeTakeFirst())?.version ?? "");
const count = async () => (await db.selectFrom("supplier").select("id").execute()).length;

describe("the list of suppliers", () => {
  it("teaches when it is empty", async () => {
    expect(await wordsOf(await app.get("/fournisseurs", requester))).toContain("Aucun fournisseur pour l’instant");
  });

  it("is searched by name and by software, filtered by place, sorted and paged by its address", async () => {
    await givenComptoir(db, at, { id: 1, name: "QGIS" }, [{ name: "Oslandia", website: "https://oslandia.example" }]);
    await givenComptoir(db, at, { id: 2, name: "GIMP" }, [{ name: "Aktor", website: "https://aktor.example" }]);
    await refreshSuppliers(db, at);
    await sql`update supplier set place = '44' where name = 'Aktor'`.execute(db);
    const both = await wordsOf(await app.get("/fournisseurs", requester));
    expect(both.indexOf("Aktor")).toBeLessThan(both.indexOf("Oslandia"));
    expect(both).toContain("2 fournisseurs");
    const reversed = await wordsOf(await app.get("/fournisseurs?tri=nom&ordre=decroissant", requester));
    expect(reversed.indexOf("Oslandia")).toBeLessThan(reversed.indexOf("Aktor"));
    for (const query of ["recherche=osland", "recherche=qgis", "logiciel=qgis"]) {
      const found = await wordsOf(await app.get(`/fournisseurs?${query}`, requester));
      expect([query, found.includes("Oslandia"), found.includes("Aktor")]).toEqual([query, true, false]);
    }
    const placed = await wordsOf(await app.get("/fournisseurs?lieu=44&tri=logiciels", requester));
    expect([placed.includes("Aktor"), placed.includes("Oslandia")]).toEqual([true, false]);
    expect((await app.get("/fournisseurs?page=7", requester)).status).toBe(303);
    const odd = await app.get("/fournisseurs?page=-1&tri=%00&lieu=%00%FF&logiciel=%27&recherche=%00%25", requester);
    expect(odd.status).toBe(200);
  });

  it("is exported as CSV and ODS, as it is filtered, with nothing that a spreadsheet would run", async () => {
    await givenCnll(db, at, 190, "QGIS", [{ name: "=cmd()", siren: SIREN }]);
    await refreshSuppliers(db, at);
    const csv = await app.get("/fournisseurs/export.csv?recherche=cmd", requester);
    const text = await csv.text();
    expect([csv.headers.get("content-type"), text.split("\n").length]).toEqual(["text/csv; charset=utf-8", 2]);
    expect(text).toContain("SIREN");
    expect(text).not.toMatch(/(^|;)"?=cmd/m);
    const ods = await app.get("/fournisseurs/export.ods?recherche=nothing", requester);
    expect(ods.headers.get("content-type")).toBe("application/vnd.oasis.opendocument.spreadsheet");
  });
});

describe("the page of a supplier", () => {
  it("shows who it is and its sources, with the software that the authority runs first, and only to it", async () => {
    await givenComptoir(db, at, { id: 1, name: "Alfresco" }, [
      { name: "Oslandia", website: "https://oslandia.example", page: "https://comptoir.example/p/1" },
    ]);
    await givenComptoir(db, at, { id: 2, name: "Zimbra" }, [
      { name: "Oslandia", website: "https://oslandia.example", page: "https://comptoir.example/p/1" },
    ]);
    await refreshSuppliers(db, at);
    await anInstallation(deps, reviewer, { name: "Notre messagerie", softwareSlug: "zimbra" });
    const path = `/fournisseurs/${await idNamed("Oslandia")}`;
    const ours = await wordsOf(await app.get(path, requester));
    expect(ours.indexOf("Zimbra")).toBeLessThan(ours.indexOf("Alfresco"));
    expect(ours).toContain("Sa page : Comptoir du Libre");
    const theirs = await wordsOf(await app.get(path, neighbour.requester));
    expect(theirs.indexOf("Alfresco")).toBeLessThan(theirs.indexOf("Zimbra"));
    expect(theirs).not.toContain("Utilisé");
    expect(await wordsOf(await app.get(path, requester, "en"))).toContain("Software served");
  });

  it("answers 404 to what is unknown, and says what was withdrawn", async () => {
    for (const id of [newId<string>(), "x", "%00"]) expect((await app.get(`/fournisseurs/${id}`, requester)).status).toBe(404);
    await givenComptoir(db, at, { id: 1, name: "QGIS" }, [{ name: "Oslandia", website: "https://oslandia.example" }]);
    await refreshSuppliers(db, at);
    await givenComptoir(db, at, { id: 1, name: "QGIS" }, []);
    await refreshSuppliers(db, at);
    expect(await wordsOf(await app.get(`/fournisseurs/${await idNamed("Oslandia")}`, requester))).toContain("Plus aucune source");
    expect(await wordsOf(await app.get("/fournisseurs", requester))).not.toContain("Oslandia");
  });
});

describe("a supplier written by hand", () => {
  it("is added once by a form sent twice, with its software, and journalled", async () => {
    const _cle = newId<string>();
    const fields = {
      ...FORM,
      siren: "100 000 009",
      site: "https://coop.example",
      forme: "cooperative",
      lieu: "Nantes",
      logiciels: "grr\r\n MRBS\n",
      _cle,
    };
    for (const _ of [1, 2])
      expect((await app.post("/fournisseurs/nouveau", administrator, fields)).headers.get("location")).toBe(`/fournisseurs/${_cle}`);
    expect(await count()).toBe(1);
    const page = await wordsOf(await app.get(`/fournisseurs/${_cle}`, requester));
    for (const word of ["Coopérative du Libre", "100 000 009", "Nantes", "GRR", "MRBS", "Un administrateur"]) expect(page).toContain(word);
    const entries = await db.selectFrom("journalEntry").select("what").where("subjectId", "=", _cle).execute();
    expect(entries).toEqual([{ what: "supplier-added" }]);
  });

  it("comes back filled and in words when something is wrong", async () => {
    const wrong: readonly [Partial<typeof FORM>, string][] = [
      [{ nom: "" }, "nécessaire"],
      [{ nom: "x".repeat(121) }, "trop long"],
      [{ siren: "100000008" }, "pas un SIREN"],
      [{ siren: "100000009\0" }, "invisibles"],
      [{ site: "javascript:alert(1)" }, "adresse web"],
      [{ forme: "sect" }, "choix"],
      [{ lieu: "a\nb" }, "seule ligne"],
      [{ logiciels: "Inconnu du bataillon" }, "n’est pas le nom d’un seul logiciel"],
      [{ logiciels: "Publik" }, "Peut-être : publik et publik-2"],
      [{ logiciels: Array.from({ length: 51 }, (_, index) => `L${index}`).join("\n") }, "Cinquante"],
      [{ logiciels: "x".repeat(5_001) }, "trop long"],
    ];
    for (const [fields, said] of wrong) {
      const answer = await app.post("/fournisseurs/nouveau", administrator, { ...FORM, lieu: "Brest", ...fields });
      expect([JSON.stringify(fields).slice(0, 60), answer.status]).toEqual([JSON.stringify(fields).slice(0, 60), 422]);
      const html = await answer.text();
      expect(html.replace(/[\u00A0\u202F]/g, " ")).toContain(said);
      expect(html).toContain("Coopérative du Libre".slice(0, fields.nom === undefined ? undefined : 0));
    }
    expect(await count()).toBe(0);
    const chosen = await app.post("/fournisseurs/nouveau", administrator, { ...FORM, logiciels: "publik-2" });
    expect(chosen.status).toBe(303);
  });

  it("is refused when it is known already: the same SIREN, or the same site and name", async () => {
    await givenCnll(db, at, 190, "QGIS", [{ name: "Autre", siren: SIREN, website: "https://coop.example" }]);
    await givenComptoir(db, at, { id: 1, name: "GIMP" }, [{ name: "Coopérative du libre", website: "https://libre.example" }]);
    await refreshSuppliers(db, at);
    for (const fields of [{ siren: SIREN }, { site: "https://www.libre.example/" }]) {
      const answer = await app.post("/fournisseurs/nouveau", administrator, { ...FORM, ...fields });
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain("/fournisseurs/");
    }
    expect((await app.post("/fournisseurs/nouveau", administrator, FORM)).status).toBe(303);
  });

  it("belongs to administrators: others may neither add, change nor remove", async () => {
    expect((await app.post("/fournisseurs/nouveau", reviewer, FORM)).status).toBe(403);
    const id = newId<string>();
    await app.post("/fournisseurs/nouveau", administrator, { ...FORM, logiciels: "GRR", _cle: id });
    for (const path of [`/fournisseurs/${id}/modifier`, `/fournisseurs/${id}/retirer`])
      expect((await app.post(path, reviewer, { ...FORM, logiciel: "grr" })).status).toBe(403);
    expect((await app.get(`/fournisseurs/${id}/modifier`, reviewer)).status).toBe(403);
    expect(await wordsOf(await app.get(`/fournisseurs/${id}`, reviewer))).not.toContain("Retirer");
  });
});

describe("a supplier corrected by hand", () => {
  const given = async () => {
    await givenCnll(db, at, 190, "QGIS", [{ name: "Worteks", siren: SIREN, website: "https://worteks.example" }]);
    await refreshSuppliers(db, at);
    return idNamed("Worteks");
  };
  const CURRENT = { ...FORM, nom: "Worteks", siren: SIREN, site: "https://worteks.example" };

  it("keeps what was written when the sources are read again, and follows them for the rest", async () => {
    const id = await given();
    const answer = await app.post(`/fournisseurs/${id}/modifier`, administrator, {
      ...CURRENT,
      lieu: "Paris",
      site: "",
      logiciels: "grr",
      _version: "1",
    });
    expect(answer.status).toBe(303);
    await givenCnll(db, at, 190, "QGIS", [{ name: "Worteks SAS", siren: SIREN, website: "https://worteks.test" }]);
    await refreshSuppliers(db, at);
    const row = await db.selectFrom("supplier").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect([row.name, row.place, row.website, row.byHand]).toEqual(["Worteks SAS", "Paris", null, ["website", "place"]]);
    expect(await wordsOf(await app.get(`/fournisseurs/${id}`, requester))).toContain("GRR");
  });

  it("shows both versions to whoever saves over a change, and loses no word", async () => {
    const id = await given();
    await app.post(`/fournisseurs/${id}/modifier`, neighbour.administrator, { ...CURRENT, lieu: "Lyon", _version: "1" });
    const late = await app.post(`/fournisseurs/${id}/modifier`, administrator, {
      ...CURRENT,
      lieu: "Paris",
      logiciels: "grr",
      _version: "1",
    });
    expect(late.status).toBe(409);
    const html = await late.text();
    for (const word of ["Ville voisine", "Lyon", "Paris", "grr", 'name="_version" value="2"']) expect(html).toContain(word);
    const again = { ...CURRENT, lieu: "Paris", _version: await versionOf(id) };
    for (const _ of [1, 2]) expect((await app.post(`/fournisseurs/${id}/modifier`, administrator, again)).status).toBe(303);
    expect(await versionOf(id)).toBe("3");
    for (const version of ["", "x", "-1", "9".repeat(30)])
      expect((await app.post(`/fournisseurs/${id}/modifier`, administrator, { ...CURRENT, lieu: "Nice", _version: version })).status).toBe(
        409,
      );
  });

  it("may not take another's SIREN, and is unknown under a bad address", async () => {
    const id = await given();
    await app.post("/fournisseurs/nouveau", administrator, { ...FORM, siren: "200000008" });
    const taken = await app.post(`/fournisseurs/${id}/modifier`, administrator, { ...CURRENT, siren: "200000008", _version: "1" });
    expect(taken.status).toBe(409);
    expect(await taken.text()).toContain("Ouvrir la fiche de Coopérative du Libre");
    for (const bad of [newId<string>(), "x"])
      expect((await app.post(`/fournisseurs/${bad}/modifier`, administrator, CURRENT)).status).toBe(404);
  });

  it("becomes one with another that sources alone name, when it is given its SIREN; the other’s address leads to it", async () => {
    const id = await given();
    await givenComptoir(db, at, { id: 5, name: "Zimbra" }, [{ name: "Worteks SAS", website: "https://other.example" }]);
    await refreshSuppliers(db, at);
    const half = await idNamed("Worteks SAS");
    const fields = { ...FORM, nom: "Worteks SAS", siren: SIREN, site: "https://other.example", _version: "1" };
    for (const _ of [1, 2]) expect((await app.post(`/fournisseurs/${half}/modifier`, administrator, fields)).status).toBe(303);
    const now = async () => db.selectFrom("supplier").select(["id", "siren", "joinedInto"]).where("withdrawnAt", "is", null).execute();
    expect(await now()).toEqual([{ id: half, siren: SIREN, joinedInto: null }]);
    await refreshSuppliers(db, at);
    const version = await versionOf(half);
    expect(await refreshSuppliers(db, at)).toEqual({ named: 1, created: 0, changed: 0, withdrawn: 0 });
    expect([await now(), await versionOf(half)]).toEqual([[{ id: half, siren: SIREN, joinedInto: null }], version]);
    const page = await wordsOf(await app.get(`/fournisseurs/${half}`, requester));
    for (const word of ["QGIS", "Zimbra", "CNLL", "Comptoir du Libre"]) expect(page).toContain(word);
    for (const path of ["", "/modifier"])
      expect((await app.get(`/fournisseurs/${id}${path}`, administrator)).headers.get("location")).toBe(`/fournisseurs/${half}`);
    expect((await app.post(`/fournisseurs/${id}/modifier`, administrator, CURRENT)).status).toBe(404);
  });

  it("loses a service written by hand when it is removed, and keeps what sources say", async () => {
    const id = await given();
    await app.post(`/fournisseurs/${id}/modifier`, administrator, { ...CURRENT, logiciels: "grr\nqgis", _version: "1" });
    const remove = (logiciel: string) => app.post(`/fournisseurs/${id}/retirer`, administrator, { logiciel });
    for (const slug of ["grr", "grr", "qgis", "\0", "", "unknown"]) expect((await remove(slug)).status).toBe(303);
    const services = await db.selectFrom("supplierSoftware").select(["slug", "sourceId"]).where("supplierId", "=", id).execute();
    expect(services).toEqual([{ slug: "qgis", sourceId: "cnll" }]);
    const what = await db.selectFrom("journalEntry").select("what").where("subjectId", "=", id).orderBy("sequence").execute();
    expect(what.map((each) => each.what)).toEqual(["supplier-edited", "supplier-service-removed", "supplier-service-removed"]);
  });
});

describe("the section of a software’s page", () => {
  it("names who can help, or says that nobody is known", async () => {
    await givenCnll(
      db,
      at,
      190,
      "QGIS",
      Array.from({ length: 9 }, (_, index) => ({ name: `Coop ${index}`, website: `https://c${index}.example` })),
    );
    await refreshSuppliers(db, at);
    const section = await wordsOf(await app.get("/_section/qgis", requester));
    for (const word of ["Qui peut aider", "9 fournisseurs", "Coop 0", "Voir les 9"]) expect(section).toContain(word);
    expect(section).not.toContain("Coop 8");
    expect(await wordsOf(await app.get("/_section/grr", requester))).toContain("Aucune source");
  });
});
