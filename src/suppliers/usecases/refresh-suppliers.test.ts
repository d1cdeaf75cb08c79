import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { listSuppliers, suppliersOfSoftware } from "../db/list-suppliers.ts";
import { givenCnll, givenComptoir } from "../testing.ts";
import { refreshSuppliers } from "./refresh-suppliers.ts";

const { db } = await testDatabase();
const at = new Date("2026-01-05T08:00:00Z");
/** Two numbers that pass Luhn’s test, and one that does not. */
const [WORTEKS, CODE_LUTIN, NO_SIREN] = ["100000009", "200000008", "100000008"];
const QGIS = { id: 10, name: "QGIS", sill: 190 };

beforeEach(async () => {
  await sql`truncate supplier, supplier_software, source_statement, software_identity, software, software_pair, catalogue_import_line cascade`.execute(
    db,
  );
});

const all = () => listSuppliers(db, { limit: 100 });
const shown = async () => (await all()).map(({ name, siren, software }) => [name, siren, software.map((each) => each.slug)]).sort();

describe("suppliers derived from the sources", () => {
  it("join what the CNLL says to the software that another source declares under the same number of the SILL", async () => {
    await givenComptoir(db, at, QGIS, []);
    await givenCnll(db, at, 190, "Quantum GIS", [{ name: "Worteks", siren: WORTEKS, page: "https://annuaire.cnll.fr/societes/100000009" }]);
    await refreshSuppliers(db, at);
    expect(await shown()).toEqual([["Worteks", WORTEKS, ["qgis"]]]);
    expect((await suppliersOfSoftware(db, "qgis"))[0]?.sources).toEqual(["CNLL"]);
  });

  it("join them even when the CNLL was imported first", async () => {
    await givenCnll(db, at, 190, "Quantum GIS", [{ name: "Worteks", siren: WORTEKS }]);
    await db.deleteFrom("softwareIdentity").execute();
    await givenComptoir(db, at, QGIS, []);
    await refreshSuppliers(db, at);
    expect(await shown()).toEqual([["Worteks", WORTEKS, ["qgis"]]]);
  });

  it("are one for one SIREN, whatever the names", async () => {
    await givenCnll(db, at, 190, "QGIS", [{ name: "Worteks", siren: WORTEKS }]);
    await givenCnll(db, at, 33, "LibreOffice", [{ name: "WORTEKS SAS", siren: WORTEKS }]);
    await refreshSuppliers(db, at);
    expect(await shown()).toEqual([["WORTEKS SAS", WORTEKS, ["libreoffice", "qgis"]]]);
  });

  it("are two for two SIREN, though their names and sites are the same", async () => {
    const website = "https://code.example/";
    await givenCnll(db, at, 190, "QGIS", [
      { name: "Code", siren: WORTEKS, website },
      { name: "Code", siren: CODE_LUTIN, website },
    ]);
    await givenComptoir(db, at, { id: 11, name: "GIMP" }, [{ name: "Code", website }]);
    expect((await refreshSuppliers(db, at)).created).toBe(3);
    expect(await shown()).toEqual([
      ["Code", null, ["gimp"]],
      ["Code", WORTEKS, ["qgis"]],
      ["Code", CODE_LUTIN, ["qgis"]],
    ]);
    expect(await refreshSuppliers(db, at)).toEqual({ named: 3, created: 0, changed: 0, withdrawn: 0 });
  });

  it("without SIREN are one for one site and one name, and a name alone joins nothing", async () => {
    await givenComptoir(db, at, QGIS, [{ name: "Oslandia", website: "https://oslandia.example/fr" }, { name: "Arawa" }]);
    await givenComptoir(db, at, { id: 11, name: "GIMP" }, [
      { name: "OSLANDIA SAS", website: "http://www.oslandia.example" },
      { name: "Oslandia" },
      { name: "Arawa" },
      { name: "Autre", website: "https://oslandia.example" },
    ]);
    await refreshSuppliers(db, at);
    expect((await shown()).map(([name, , software]) => [name, software])).toEqual([
      ["Arawa", ["gimp"]],
      ["Arawa", ["qgis"]],
      ["Autre", ["gimp"]],
      ["OSLANDIA SAS", ["gimp", "qgis"]],
      ["Oslandia", ["gimp"]],
    ]);
  });

  it("take the SIREN that another source says of the same site and name", async () => {
    await givenComptoir(db, at, QGIS, [{ name: "Worteks", website: "https://worteks.example" }]);
    await refreshSuppliers(db, at);
    const [before] = await all();
    await givenCnll(db, at, 33, "LibreOffice", [{ name: "Worteks", siren: WORTEKS, website: "https://www.worteks.example/" }]);
    await refreshSuppliers(db, at);
    expect(await shown()).toEqual([["Worteks", WORTEKS, ["libreoffice", "qgis"]]]);
    expect((await all())[0]?.id).toBe(before?.id);
  });

  it("do not believe a number that fails Luhn's test", async () => {
    await givenCnll(db, at, 190, "QGIS", [{ name: "Worteks", siren: NO_SIREN, website: "https://worteks.example" }]);
    await refreshSuppliers(db, at);
    expect(await shown()).toEqual([["Worteks", null, ["qgis"]]]);
    // Nor one that stands in a statement: an older reading may have let it through.
    await sql`update source_statement set record = jsonb_set(record, '{providers,0,siren}', ${`"${NO_SIREN}"`}::jsonb)`.execute(db);
    await refreshSuppliers(db, at);
    expect(await shown()).toEqual([["Worteks", null, ["qgis"]]]);
  });

  it("are the same after a second time, to the version", async () => {
    await givenComptoir(db, at, QGIS, [{ name: "Oslandia", website: "https://oslandia.example" }, { name: "Arawa" }]);
    await givenCnll(db, at, 33, "LibreOffice", [{ name: "Worteks", siren: WORTEKS }]);
    expect(await refreshSuppliers(db, at)).toEqual({ named: 3, created: 3, changed: 0, withdrawn: 0 });
    const [rows, services] = [await db.selectFrom("supplier").selectAll().orderBy("id").execute(), await servicesNow()];
    expect(await refreshSuppliers(db, new Date(at.getTime() + 1000))).toEqual({ named: 3, created: 0, changed: 0, withdrawn: 0 });
    expect(await db.selectFrom("supplier").selectAll().orderBy("id").execute()).toEqual(rows);
    expect(await servicesNow()).toEqual(services);
  });

  it("are withdrawn when no source names them, come back with the same address, and stay when somebody completed them", async () => {
    await givenComptoir(db, at, QGIS, [
      { name: "Oslandia", website: "https://oslandia.example" },
      { name: "Camptocamp", website: "https://camptocamp.example" },
    ]);
    await refreshSuppliers(db, at);
    const before = await all();
    const completed = before.find(({ name }) => name === "Camptocamp");
    await sql`update supplier set place = '73', by_hand = '{place}' where id = ${completed?.id}`.execute(db);
    await givenComptoir(db, at, QGIS, []);
    expect((await refreshSuppliers(db, at)).withdrawn).toBe(1);
    expect((await all()).map(({ name, place, software }) => [name, place, software.length])).toEqual([["Camptocamp", "73", 0]]);
    expect((await db.selectFrom("supplier").select("id").execute()).length).toBe(2);
    await givenComptoir(db, at, QGIS, [{ name: "Oslandia", website: "https://oslandia.example" }]);
    await refreshSuppliers(db, at);
    expect((await all()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });

  it("never touch what was written by hand", async () => {
    await givenCnll(db, at, 190, "QGIS", [{ name: "Worteks", siren: WORTEKS, website: "https://worteks.example" }]);
    await refreshSuppliers(db, at);
    const id = (await all())[0]?.id ?? "";
    await sql`update supplier set name = 'Worteks (Paris)', siren = ${CODE_LUTIN}, by_hand = '{name,siren}' where id = ${id}`.execute(db);
    await sql`insert into supplier_software (supplier_id, slug) values (${id}, 'qgis'), (${id}, 'gone')`.execute(db);
    await givenCnll(db, at, 190, "QGIS", [{ name: "Worteks", siren: WORTEKS, website: "https://worteks.test" }]);
    await refreshSuppliers(db, at);
    expect((await all()).map((each) => [each.id, each.name, each.siren, each.website])).toEqual([
      [id, "Worteks (Paris)", CODE_LUTIN, "https://worteks.test"],
    ]);
    expect((await servicesNow()).map(({ slug, sourceId }) => [slug, sourceId])).toEqual([
      ["gone", null],
      ["qgis", "cnll"],
      ["qgis", null],
    ]);
  });

  it("complete a supplier that somebody wrote with the same SIREN, or the same site and name", async () => {
    const [one, two] = [newId<string>(), newId<string>()];
    await sql`insert into supplier (id, name, siren, website, origin, by_hand, made_at, changed_at) values
      (${one}, 'Worteks', ${WORTEKS}, null, 'hand', '{name,siren}', ${at}, ${at}),
      (${two}, 'Oslandia', null, 'https://oslandia.example', 'hand', '{name,website}', ${at}, ${at})`.execute(db);
    await givenCnll(db, at, 190, "QGIS", [{ name: "Autre nom", siren: WORTEKS, website: "https://worteks.example" }]);
    await givenComptoir(db, at, { id: 11, name: "GIMP" }, [{ name: "Oslandia", website: "https://www.oslandia.example" }]);
    await refreshSuppliers(db, at);
    const found = (await all()).map(({ id, name, website, software }) => [id, name, website, software[0]?.slug]);
    expect(found.sort()).toEqual(
      [
        [one, "Worteks", "https://worteks.example", "qgis"],
        [two, "Oslandia", "https://oslandia.example", "gimp"],
      ].sort(),
    );
  });
});

describe("the list of suppliers", () => {
  it("goes on from the last id, searches names, SIREN and software, and leaves out the others", async () => {
    await givenComptoir(db, at, QGIS, [{ name: "Oslandia", website: "https://oslandia.example" }]);
    await givenComptoir(db, at, { id: 11, name: "GIMP" }, [{ name: "Éclair 100%", website: "https://eclair.example" }]);
    await givenCnll(db, at, 33, "LibreOffice", [{ name: "Worteks", siren: WORTEKS }]);
    await refreshSuppliers(db, at);
    const ids = (await all()).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect((await listSuppliers(db, { after: ids[0], limit: 1 })).map(({ id }) => id)).toEqual([ids[1]]);
    const names = async (query: object) => (await listSuppliers(db, { ...query, limit: 9 })).map(({ name }) => name);
    expect(await names({ search: "eclair 100%" })).toEqual(["Éclair 100%"]);
    expect(await names({ search: "libre" })).toEqual(["Worteks"]);
    expect(await names({ search: "100 000 009" })).toEqual(["Worteks"]);
    expect(await names({ software: "gimp" })).toEqual(["Éclair 100%"]);
    for (const bad of ["\0", "\uD800", "%", "x".repeat(10_000), "'; --"]) {
      expect(await names({ software: bad })).toEqual([]);
      expect((await names({ search: bad })).length).toBeLessThan(4);
    }
  });

  it("follows software that people said are the same", async () => {
    await givenComptoir(db, at, QGIS, [{ name: "Oslandia", website: "https://oslandia.example" }]);
    await givenComptoir(db, at, { id: 11, name: "Quantum" }, [{ name: "Camptocamp", website: "https://camptocamp.example" }]);
    await refreshSuppliers(db, at);
    expect((await suppliersOfSoftware(db, "qgis")).length).toBe(1);
    await sql`update software set merged_into = 'qgis' where slug = 'quantum'`.execute(db);
    for (const slug of ["qgis", "quantum"])
      expect((await suppliersOfSoftware(db, slug)).map(({ name }) => name)).toEqual(["Camptocamp", "Oslandia"]);
    expect((await all()).flatMap(({ software }) => software.map((each) => each.slug))).toEqual(["qgis", "qgis"]);
  });
});

function servicesNow() {
  return db.selectFrom("supplierSoftware").selectAll().orderBy("slug").orderBy("sourceId").execute();
}
