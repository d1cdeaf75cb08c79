import { parseCsv } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { anInstallation } from "../testing.ts";
import { testApp } from "./test-app.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
const app = testApp(deps);
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
});

async function send(
  content: string | Uint8Array<ArrayBuffer>,
  name = "parc.csv",
): Promise<{ readonly answer: Response; readonly path: string }> {
  const key = newId<string>();
  const answer = await app.post("/parc/import", ours.reviewer, { _cle: key, fichier: new File([content], name) });
  return { answer, path: `/parc/import/${key}` };
}

describe("importing a list in pages", () => {
  it("goes from the file to its preview, from there to the inventory, and keeps a report", async () => {
    await anInstallation(deps, ours.reviewer, { name: "Koha" });
    const { answer, path } = await send(
      "Logiciel;Service(s);Nombre d’utilisateurs;État;Licence libre ?;Objet;En service depuis\r\nGRR;bibliotheque;40;à l'essai;oui;Salles;\r\nkoha;;;;;;\r\nPastell;Bibliotèque;;;;;\r\n",
    );
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}/colonnes`]);
    const preview = await wordsOf(await app.get(path, ours.reviewer));
    for (const said of [
      "1 logiciel à ajouter au parc",
      "2 lignes refusées",
      "GRR",
      "Bibliothèque",
      "Déjà déclaré.",
      "Service inconnu : « Bibliotèque ». Vouliez-vous dire « Bibliothèque » ?",
      "Ajouter 1 logiciel",
    ])
      expect(preview).toContain(said);
    for (let time = 0; time < 2; time += 1)
      expect((await app.post(`${path}/confirmer`, ours.reviewer, {})).headers.get("location")).toBe(path);
    const report = await wordsOf(await app.get(path, ours.reviewer));
    for (const said of ["1 logiciel a été ajouté au parc.", "Lignes refusées (2)", "koha;;;;;;"]) expect(report).toContain(said);
    const csv = await (await app.get(`${path}/rapport.csv`, ours.reviewer)).text();
    expect(csv).toContain("3;Déjà déclaré.;");
    expect((await (await app.get("/parc/export.csv", ours.reviewer)).text()).match(/GRR/g)).toHaveLength(1);
  });

  it("can be given up", async () => {
    const { path } = await send("Nom\nJamais créé");
    expect((await app.post(`${path}/abandonner`, ours.reviewer, {})).headers.get("location")).toBe("/parc/import");
    expect((await app.get(path, ours.reviewer)).status).toBe(404);
  });

  it.each([
    ["no file", undefined, "Choisissez un fichier."],
    ["an empty file", "", "Choisissez un fichier."],
    ["a spreadsheet", "PK\u0003\u0004rest", "n’est ni du texte ni un classeur ODS"],
    ["10,000 lines", `nom\n${"A\n".repeat(10_000)}`, "dépasse 5\u202f000 lignes".replace("\u202f", " ")],
    ["3 MB", `nom\n${"a".repeat(3_000_000)}`, "dépasse 2 Mo"],
  ])("says what is wrong with %s", async (_, content, said) => {
    const fichier = content === undefined ? "" : new File([content], "x.csv");
    const answer = await app.post("/parc/import", ours.reviewer, { _cle: newId<string>(), fichier });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
  });

  it("reads what spreadsheets of long ago write", async () => {
    const bytes = Uint8Array.from([..."Nom\tÉtat\r\nOpenÉlec\tprévu\r\n"].map((letter) => letter.charCodeAt(0)));
    const { path } = await send(bytes, "ancien.txt");
    const words = await wordsOf(await app.get(path, ours.reviewer));
    expect(words).toContain("OpenÉlec");
    expect(words).toContain("Prévu");
  });

  it("shows hostile lines as text, and exports none as a formula", async () => {
    const { path } = await send(
      `nom;objet\n"=cmd|' /C calc'!A0";<script>alert(1)</script>\n;=1+1\n"ouvert;x\nNul;a\u0000b\nLong;${"z".repeat(1_000_000)}\n=Formule;;trop`,
    );
    const html = await (await app.get(path, ours.reviewer)).text();
    expect(html).not.toContain("<script>alert");
    expect(html.length).toBeLessThan(60_000);
    await app.post(`${path}/confirmer`, ours.reviewer, {});
    for (const file of [`${path}/rapport.csv`, "/parc/export.csv?recherche=cmd"]) {
      const text = await (await app.get(file, ours.reviewer)).text();
      const cells = parseCsv(text, { delimiter: ";" }).flat();
      expect(cells.length).toBeGreaterThan(9);
      expect(cells.filter((cell) => /^[=+@-]/.test(String(cell)))).toEqual([]);
      expect(text).toMatch(/'=(cmd|Formule)/);
    }
  });

  it("names a file as it is called, whatever that is", async () => {
    for (const name of ["../../etc/passwd", "<b>.csv", "a".repeat(300), "\u0000"]) {
      const { answer, path } = await send("nom\nX", name);
      expect(answer.status).toBe(303);
      expect(await (await app.get(path, ours.reviewer)).text()).not.toContain("<b>.csv");
    }
  });

  it("shows fifty lines at a time of what it would create, and a hundred of what it refuses", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `Page ${index};${index < 10 ? "" : "Inconnu"}`);
    const { path } = await send(
      `nom;services\n${rows.join("\n")}\n${Array.from({ length: 60 }, (_, index) => `Suite ${index};`).join("\n")}`,
    );
    const html = await (await app.get(path, ours.reviewer)).text();
    expect([...html.matchAll(/<th scope="row"/g)]).toHaveLength(150);
    expect(html).toContain("Et 10 lignes de plus");
    for (const page of ["2", "99", "-1", "x"]) expect((await app.get(`${path}?page=${page}`, ours.reviewer)).status).toBe(200);
  });

  it("offers a model that it can read", async () => {
    const town = await anAuthority(deps, { name: "Ville modèle" });
    const model = await (await app.get("/parc/import/modele.csv", town.reviewer)).arrayBuffer();
    const key = newId<string>();
    await app.post("/parc/import", town.reviewer, { _cle: key, fichier: new File([model], "modele.csv") });
    const words = await wordsOf(await app.get(`/parc/import/${key}`, town.reviewer));
    expect(words).toContain("1 logiciel à ajouter au parc");
    expect(words).not.toContain("refusée");
  });

  it("is unknown to a neighbour and to those who are not there to do it", async () => {
    const { path } = await send("nom\nÀ nous");
    expect((await app.get(path, ours.administrator)).status).toBe(200);
    for (const address of [path, `${path}/rapport.csv`]) {
      expect((await app.get(address, neighbour.reviewer)).status).toBe(404);
      expect((await app.get(address, ours.requester)).status).toBe(403);
    }
    expect((await app.post(`${path}/confirmer`, neighbour.reviewer, {})).status).toBe(404);
    for (const id of ["x", "%00", newId<string>()]) {
      expect((await app.get(`/parc/import/${id}`, ours.reviewer)).status).toBe(404);
      expect((await app.post(`/parc/import/${id}/confirmer`, ours.reviewer, {})).status).toBe(404);
    }
  });
});
