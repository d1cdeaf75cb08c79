import { parseCsv } from "hucre";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDeps } from "#src/platform/testing.ts";
import { importById } from "../db/imports.ts";
import { aSourceSaying } from "../testing.ts";
import { runImport } from "../usecases/run-import.ts";
import { testApp, wordsOf } from "./test-app.ts";

const deps = await testDeps();
const { db } = deps;
const app = testApp(deps);
let ours: TestAuthority;

beforeAll(async () => {
  await deps.jobs.start();
  ours = await anAuthority(deps);
  return () => deps.jobs.stop();
});

const SILL = [
  { id: 4, i: "Publik", l: "AGPL-3.0-or-later", "fr-desc": "Démarches en ligne" },
  { id: 5, l: "MIT" },
  { id: 6, i: "=cmd|' /C calc'!A0", l: "MIT" },
];

async function send(content: string, fields: Readonly<Record<string, string>> = {}, name = "socle.json") {
  const id = newId<string>();
  const answer = await app.post("/catalogue/sources/import", ours.administrator, {
    _cle: id,
    format: "sill",
    adresse: "",
    fichier: new File([content], name),
    ...fields,
  });
  return { id, answer, path: `/catalogue/imports/${id}` };
}

describe("importing a source in pages", () => {
  it("goes from the form to the progress, then to the report, by page and as a file", async () => {
    const { id, answer, path } = await send(JSON.stringify(SILL));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
    const waiting = await wordsOf(await app.get(path, ours.administrator));
    for (const said of ["En attente", "Arrêter", "Actualiser"]) expect(waiting).toContain(said);
    await runImport(deps, id);
    const done = await wordsOf(await app.get(path, ours.requester));
    for (const said of ["Terminé 3 sur 3", "créé : 2", "Publik", "Fiche nº 2 : elle n’a pas de nom."]) expect(done).toContain(said);
    expect(done).not.toContain("Arrêter");
    const skipped = await wordsOf(await app.get(`${path}?resultat=skipped`, ours.requester));
    expect([skipped.includes("Publik"), skipped.includes("elle n’a pas de nom")]).toEqual([false, true]);
    const bytes = Buffer.from(await (await app.get(`${path}/compte-rendu.csv`, ours.requester)).arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const file = bytes.toString("utf8", 3);
    const rows = parseCsv(file, { delimiter: ";" });
    expect(rows.filter((row) => row.length > 1)).toHaveLength(4);
    expect(rows.flat().filter((cell) => /^[=+@-]/.test(String(cell)))).toEqual([]);
    expect(file).toContain("'=cmd");
  });

  it("writes a report of several portions whole, each line once", async () => {
    const id = await aSourceSaying(deps, "cnll", [{ key: "x", name: "Solution" }]);
    await sql`insert into catalogue_import_line (import_id, line, outcome, key, name)
              select ${id}::uuid, n, 'unchanged', 'k' || n, 'Nom ' || n from generate_series(1, 2500) n`.execute(db);
    const rows = parseCsv(await (await app.get(`/catalogue/imports/${id}/compte-rendu.csv`, ours.requester)).text(), { delimiter: ";" });
    expect(rows.filter((row) => row.some((cell) => cell !== ""))).toHaveLength(2_502);
    expect(new Set(rows.map((row) => row[3])).size).toBeGreaterThanOrEqual(2_502);
  });

  it("is stopped from its page", async () => {
    const { id, path } = await send(JSON.stringify(SILL));
    expect((await app.post(`${path}/arreter`, ours.administrator, {})).headers.get("location")).toBe(path);
    expect(await importById(db, id)).toMatchObject({ state: "stopped" });
    expect(await wordsOf(await app.get(path, ours.administrator))).toContain("Arrêté");
  });

  it.each([
    ["no file and no address", { fichier: "" }, "Choisissez un fichier, ou donnez une adresse."],
    ["both", { adresse: "https://example.org/sill.json" }, "Donnez un fichier ou une adresse, pas les deux."],
    ["a path in place of an address", { fichier: "", adresse: "/etc/passwd" }, "Donnez une adresse web complète"],
    ["a format of nobody's", { format: "belfry" }, "Ce choix n’existe pas"],
  ])("says what is wrong with %s, and keeps what was typed", async (_, fields, said) => {
    const { id, answer } = await send(JSON.stringify(SILL), fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(said);
    expect(html).toContain(id);
    expect(await importById(db, id)).toBeUndefined();
  });

  it("is 404 where there is no such import", async () => {
    for (const id of ["x", "%00", newId<string>()]) {
      for (const address of [`/catalogue/imports/${id}`, `/catalogue/imports/${id}/compte-rendu.csv`])
        expect((await app.get(address, ours.requester)).status).toBe(404);
      expect((await app.post(`/catalogue/imports/${id}/arreter`, ours.administrator, {})).status).toBe(404);
    }
  });
});

describe("the sources", () => {
  it("say how many records each gave, and plainly which are out of date, and why", async () => {
    await aSourceSaying(deps, "sill", [{ key: "1", name: "Alpha" }]);
    expect(await wordsOf(await app.get("/catalogue/sources", ours.requester))).not.toContain("Périmée");
    await sql`update catalogue_source set url = 'https://sill.example/x.json', every_hours = 24, failure = 'http-status 503' where id = 'sill'`.execute(
      db,
    );
    const words = await wordsOf(await app.get("/catalogue/sources", ours.requester));
    for (const said of ["Périmée : date du 5 janvier 2026", "le serveur répond par une erreur (503)", "jamais importée"])
      expect(words).toContain(said);
    expect(words).not.toContain("Importer une source");
    expect(await wordsOf(await app.get("/catalogue/sources", ours.administrator))).toContain("Importer une source");
    expect(await wordsOf(await app.get("/catalogue/sources", ours.administrator, "en"))).toContain("Out of date: as of 5 January 2026");
    await sql`update catalogue_source set url = null, every_hours = null, failure = null where id = 'sill'`.execute(db);
  });

  it("are given an address and a period, and notice that somebody else gave another", async () => {
    const path = "/catalogue/sources/comptoir";
    const first = { adresse: "https://comptoir.example/export.json", heures: "24", _version: " " };
    expect((await app.post(path, ours.administrator, first)).status).toBe(303);
    expect((await app.post(path, ours.administrator, { ...first, adresse: "", heures: "3" })).status).toBe(422);
    const late = await app.post(path, ours.administrator, { ...first, heures: "168" });
    expect(late.status).toBe(409);
    const words = await late.text();
    for (const said of ["Quelqu’un a modifié ces réglages", "24 heures", 'value="168"']) expect(words).toContain(said);
    for (const id of ["belfry", "starter", "%00"]) expect((await app.get(`/catalogue/sources/${id}`, ours.administrator)).status).toBe(404);
  });
});

describe("the duplicates", () => {
  it("are shown side by side, settled by one button, and taken back", async () => {
    await aSourceSaying(deps, "sill", [{ key: "50", name: "GRR", descriptionFr: "Réservation de salles." }]);
    await aSourceSaying(deps, "comptoir", [{ key: "50", name: "GRR", website: "https://grr.example.org" }]);
    const waiting = await wordsOf(await app.get("/catalogue/doublons", ours.reviewer));
    for (const said of [
      "GRR (grr) et GRR (grr-2)",
      "Réservation de salles.",
      "grr.example.org",
      "Comptoir du Libre",
      "C’est le même logiciel",
    ])
      expect(waiting).toContain(said);
    const pair = { un: "grr", autre: "grr-2" };
    expect((await app.post("/catalogue/doublons", ours.reviewer, { ...pair, verdict: "same" })).status).toBe(303);
    expect(await wordsOf(await app.get("/catalogue/doublons", ours.reviewer))).not.toContain("GRR (grr)");
    expect((await app.post("/catalogue/doublons", ours.reviewer, { ...pair, verdict: "different" })).status).toBe(409);
    const decided = await wordsOf(await app.get("/catalogue/doublons?etat=decides", ours.reviewer));
    for (const said of ["Le même logiciel", "Annuler cette décision"]) expect(decided).toContain(said);
    expect((await app.post("/catalogue/doublons/annuler", ours.reviewer, pair)).status).toBe(303);
    expect(await wordsOf(await app.get("/catalogue/doublons", ours.reviewer))).toContain("GRR (grr) et GRR (grr-2)");
  });

  it("answer in words what they cannot take", async () => {
    for (const fields of [
      {},
      { un: "grr" },
      { un: "grr", autre: "grr-2", verdict: "maybe" },
      { un: "grr", autre: "grr-2", verdict: "part" },
    ])
      expect((await app.post("/catalogue/doublons", ours.reviewer, fields as Record<string, string>)).status).toBe(422);
    const unknown = await app.post("/catalogue/doublons", ours.reviewer, { un: "a", autre: "b", verdict: "same" });
    expect([unknown.status, (await unknown.text()).includes("Cette paire n’existe plus")]).toEqual([409, true]);
    for (const page of ["0", "-1", "x", "99", "1e9"])
      expect([200, 303]).toContain((await app.get(`/catalogue/doublons?page=${page}`, ours.reviewer)).status);
    expect((await app.get("/catalogue/doublons", ours.requester)).status).toBe(403);
  });
});
