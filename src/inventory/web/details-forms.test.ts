import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { type Fields, wordsOf } from "#src/platform/http/test-app.ts";
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

const declaration = (fields: Fields = {}): Fields => ({ _cle: newId<string>(), nom: `Logiciel ${newId()}`, etat: "in-service", ...fields });

describe("declaring in full", () => {
  it("takes every fact, shows it, and says what nobody has stated", async () => {
    const { culture } = ours.departments;
    const fields = declaration({
      nom: "Régie culturelle",
      version: "2.1",
      couche: "users",
      criticite: "important",
      hebergement: "cloud",
      hebergeur: "Scaleway",
      pays: "FR",
      droits: ["FR", "US"],
      donnees: "sensitive",
      categories: ["identity", "health-social"],
      registre: "T-12",
      responsable: culture,
      fonction: "Régisseuse",
    });
    expect((await app.post("/parc/nouvelle", ours.reviewer, fields)).status).toBe(303);
    const words = await wordsOf(await app.get(`/parc/${fields._cle}`, ours.requester));
    for (const said of [
      "2.1",
      "Important Une journée au plus.",
      "Dans le nuage d’une entreprise",
      "Scaleway",
      "France et États-Unis",
      "T-12",
    ])
      expect(words).toContain(said);
    for (const said of ["Oui, dont des données sensibles", "Santé et situation sociale", "Régisseuse, Culture", "Complété à 7 sur 12"])
      expect(words).toContain(said);
    expect(words).toContain("Reste à renseigner : à quoi il sert, date de mise en service, licence, services et utilisateurs.");
  });

  it("says in words what contradicts itself, and unfolds it", async () => {
    const fields = declaration({ hebergement: "operator", donnees: "ordinary", categories: "health-social" });
    const answer = await app.post("/parc/nouvelle", ours.reviewer, fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("Dites qui l’héberge");
    expect(html).toContain("ce sont des données sensibles");
    expect([...html.matchAll(/<details class="details" open/g)].length).toBeGreaterThanOrEqual(2);
    const foreign = await app.post("/parc/nouvelle", ours.reviewer, declaration({ responsable: neighbour.departments.culture }));
    expect(foreign.status).toBe(422);
  });
});

describe("hostile forms", () => {
  it("are never a fault in what is stated beyond the name, nor kept where they are wrong", async () => {
    const id = await anInstallation(deps, ours.reviewer, { name: "Hostile" });
    const needed = await anInstallation(deps, ours.reviewer, { name: "Needed" });
    const stated = { version: "1", couche: "server", criticite: "vital", hebergement: "cloud", hebergeur: "H", pays: "FR", droits: "FR" };
    const fields = {
      nom: "Hostile",
      ...stated,
      donnees: "ordinary",
      categories: "identity",
      registre: "T",
      responsable: "",
      fonction: "F",
    };
    const forms: [string, Fields][] = [
      ["/parc/nouvelle", { ...fields, nom: "", etat: "in-service" }],
      [`/parc/${id}/modifier`, { ...fields, _version: "0" }],
      [`/parc/${id}/interfaces`, { besoin: "", nature: "data", description: "d" }],
    ];
    for (const [path, form] of forms)
      for (const field of Object.keys(form).filter((name) => name !== "nom"))
        for (const value of ["\u0000", "x".repeat(100_000), "<script>alert(1)</script>", "' or 1=1 --", "\uD800", ours.id, "ZZ"]) {
          const answer = await app.post(path, ours.reviewer, { ...form, [field]: value });
          expect([409, 422], `${path} ${field}`).toContain(answer.status);
          expect((await answer.text()).includes("<script>alert")).toBe(false);
        }
    const unknown = { besoin: newId<string>(), nature: "data" };
    expect((await app.post(`/parc/${id}/interfaces`, ours.reviewer, unknown)).status).toBe(422);
    expect((await app.post(`/parc/${id}/interfaces`, ours.reviewer, { besoin: needed, nature: "data" })).status).toBe(303);
    for (const link of ["x", "%00", newId<string>()])
      expect((await app.post(`/parc/${id}/interfaces/${link}/retirer`, ours.reviewer, {})).status).toBeLessThan(500);
    expect((await app.get(`/parc/${id}/interfaces/nouvelle?recherche=%00%F0%9F${"a".repeat(3000)}`, ours.reviewer)).status).toBe(200);
  }, 120_000);
});
