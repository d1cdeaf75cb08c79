import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId, type RequestId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { type Fields, wordsOf } from "#src/platform/http/test-app.ts";
import { installationById } from "../db/installations.ts";
import type { Installation } from "../domain/installation.ts";
import { anInstallation } from "../testing.ts";
import type { PutInService } from "../usecases/put-in-service.ts";
import { testApp } from "./test-app.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
const told: PutInService[] = [];
const app = testApp(deps, { onInService: async (_, event) => void told.push(event) });
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await givenSoftware(db, { slug: "paheko", name: "Paheko", aliases: ["Garradin"] });
});

const read = (id: string): Promise<Installation | undefined> => readAuthority(db, ours.id, (reader) => installationById(reader, id));
const declaration = (fields: Fields = {}): Fields => ({ _cle: newId<string>(), nom: `Logiciel ${newId()}`, etat: "in-service", ...fields });

describe("declaring in a page", () => {
  it("creates once and leads to the page, however often the form is sent", async () => {
    const fields = declaration({
      nom: "Garradin",
      licence: "unknown",
      services: [ours.departments.library, ours.departments.it],
      utilisateurs: "1 200",
      depuis: "2020-02-29",
      objet: "Adhérents\net dons",
    });
    for (let time = 0; time < 2; time += 1) {
      const answer = await app.post("/parc/nouvelle", ours.reviewer, fields);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/parc/${fields._cle}`]);
    }
    expect(await read(String(fields._cle))).toMatchObject({
      name: "Garradin",
      softwareSlug: "paheko",
      free: true,
      users: 1200,
      inServiceOn: "2020-02-29",
      purpose: "Adhérents\net dons",
      version: 1,
    });
    const words = await wordsOf(await app.get(`/parc/${fields._cle}`, ours.requester));
    for (const said of [
      "Garradin",
      "Paheko",
      "selon le catalogue",
      "Bibliothèque",
      "1 200",
      "29 février 2020",
      "Déclaré",
      "par Ivan Instructeur",
    ])
      expect(words).toContain(said);
  });

  it("comes back filled, with what is wrong beside each field", async () => {
    const answer = await app.post(
      "/parc/nouvelle",
      ours.reviewer,
      declaration({ nom: "", utilisateurs: "beaucoup", depuis: "hier", objet: "Un <b>texte</b>", etat: "retired" }),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const kept of [
      'value="beaucoup"',
      'value="hier"',
      "Un &lt;b&gt;texte&lt;/b&gt;",
      "Ce champ est nécessaire.",
      "Donnez une date qui existe",
    ])
      expect(html).toContain(kept);
  });

  it("refuses, filled, a day to come, an unknown department and a plan in service", async () => {
    for (const [fields, said] of [
      [{ depuis: "2026-11-22" }, "Cette date n’est pas encore arrivée"],
      [{ services: newId<string>() }, "Un de ces services n’existe pas"],
      [{ services: neighbour.departments.it }, "Un de ces services n’existe pas"],
      [{ services: "1" }, "Ce choix n’existe pas"],
      [{ etat: "planned", depuis: "2020-01-01" }, "n’est pas encore en service"],
    ] as const) {
      const answer = await app.post("/parc/nouvelle", ours.reviewer, declaration(fields));
      expect(answer.status, said).toBe(422);
      expect(await answer.text()).toContain(said);
    }
  });

  it("asks about a name already declared, and takes yes for an answer", async () => {
    await anInstallation(deps, ours.reviewer, { name: "Doublé" });
    const fields = declaration({ nom: "DOUBLE" });
    const answer = await app.post("/parc/nouvelle", ours.reviewer, fields);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('name="autre"');
    expect((await app.post("/parc/nouvelle", ours.reviewer, { ...fields, autre: "oui" })).status).toBe(303);
  });

  it("suggests what is declared and what the catalogue knows", async () => {
    await anInstallation(deps, ours.reviewer, { name: "Pahiko local" });
    const words = await wordsOf(await app.get("/parc/suggestions?q=pahe", ours.reviewer));
    expect(words).toContain("Au catalogue");
    expect(words).toContain("Paheko");
    expect(await wordsOf(await app.get("/parc/suggestions?q=pahiko", ours.reviewer))).toContain("Déjà dans votre parc");
    for (const query of ["", "?q=", "?q=%00", `?q=${"x".repeat(10_000)}`, "?q=%25"])
      expect((await app.get(`/parc/suggestions${query}`, ours.reviewer)).status).toBe(200);
  });
});

describe("hostile forms", () => {
  const hostile = [
    "\u0000",
    "a\u0000b",
    "\u{1F600}".repeat(300),
    "<script>alert(1)</script>",
    "' or 1=1 --",
    "\uD800",
    " ",
    "-1",
    "999999999999999999999",
  ];

  it("are never a fault, in any field of any form", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "pilot" });
    const forms: [string, Fields][] = [
      ["/parc/nouvelle", declaration()],
      [`/parc/${id}/modifier`, { _version: "1", nom: "Nom", licence: "free", services: "", utilisateurs: "1", depuis: "", objet: "" }],
      [`/parc/${id}/etat`, { de: "pilot", vers: "leaving", jour: "2026-11-01" }],
      [`/parc/${id}/retrait`, { de: "planned", vers: "retired", jour: "2026-11-01" }],
    ];
    for (const [path, fields] of forms) {
      for (const field of [...Object.keys(fields), "autre", "services"]) {
        for (const value of hostile) {
          const answer = await app.post(path, ours.reviewer, { ...fields, [field]: value });
          expect(answer.status, `${path} ${field} ${value.slice(0, 20)}`).toBeLessThan(500);
          expect((await answer.text()).includes("<script>alert")).toBe(false);
        }
      }
      expect((await app.post(path, ours.reviewer, {})).status).toBeLessThan(500);
    }
  });

  it("of ten megabytes are refused in words, or their text comes back whole", async () => {
    const text = "x".repeat(10_000_000);
    for (const field of ["nom", "objet"]) {
      const answer = await app.post("/parc/nouvelle", ours.reviewer, { ...declaration(), [field]: text });
      expect([field, answer.status]).toEqual([field, 422]);
      expect((await answer.text()).includes(text)).toBe(true);
    }
  });

  it("sent to what is not there are not found", async () => {
    const theirs = await anInstallation(deps, neighbour.reviewer);
    for (const id of ["x", "nouvel", "%00", newId<string>(), theirs, theirs.toUpperCase()]) {
      for (const path of [`/parc/${id}`, `/parc/${id}/modifier`]) expect((await app.get(path, ours.reviewer)).status, path).toBe(404);
      const change = { _version: "1", nom: "Nom", licence: "free", services: [], utilisateurs: "", depuis: "", objet: "" };
      expect((await app.post(`/parc/${id}/modifier`, ours.reviewer, change)).status).toBe(404);
      expect((await app.post(`/parc/${id}/etat`, ours.reviewer, { de: "in-service", vers: "leaving", jour: "2026-11-01" })).status).toBe(
        404,
      );
      expect((await app.post(`/parc/${id}/retrait`, ours.reviewer, { de: "in-service", vers: "retired", jour: "2026-11-01" })).status).toBe(
        404,
      );
    }
    expect((await app.get(`/parc/${theirs}`, neighbour.reviewer)).status).toBe(200);
  });
});

describe("correcting in a page", () => {
  const edit = (fields: Fields = {}): Fields => ({
    _version: "1",
    nom: "GRR",
    licence: "free",
    utilisateurs: "10",
    depuis: "",
    objet: "Salles",
    ...fields,
  });

  it("shows what is stored, and stores what is typed", async () => {
    const id = await anInstallation(deps, ours.reviewer, {
      users: 7,
      departmentIds: [ours.departments.it],
      inServiceOn: "2019-01-02" as LocalDate,
    });
    const html = await (await app.get(`/parc/${id}/modifier`, ours.reviewer)).text();
    for (const shown of ['value="7"', 'value="2019-01-02"', 'name="_version" value="1"']) expect(html).toContain(shown);
    expect((await app.post(`/parc/${id}/modifier`, ours.reviewer, edit())).headers.get("location")).toBe(`/parc/${id}`);
    expect(await read(id)).toMatchObject({ users: 10, free: true, departments: [], inServiceOn: null, version: 2 });
  });

  it("shows both versions when somebody wrote meanwhile, keeps what was typed, and lets it be sent again", async () => {
    const id = await anInstallation(deps, ours.reviewer, { name: "GRR", users: 7 });
    await app.post(`/parc/${id}/modifier`, ours.administrator, edit({ utilisateurs: "20" }));
    const answer = await app.post(`/parc/${id}/modifier`, ours.reviewer, edit({ utilisateurs: "30", services: ours.departments.it }));
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain("Adama Administratrice");
    expect(html).toContain('value="30"');
    expect(html).toContain('name="_version" value="2"');
    const words = html.replace(/<[^>]+>/g, " ").replace(/[\s\u00A0\u202F]+/g, " ");
    expect(words).toContain("Nombre d’utilisateurs 30 20");
    expect(words).toContain("Systèmes d’information Vide");
    expect((await app.post(`/parc/${id}/modifier`, ours.reviewer, edit({ utilisateurs: "30", _version: "2" }))).status).toBe(303);
    expect(await read(id)).toMatchObject({ users: 30 });
  });

  it("is closed for what is retired", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "retired" });
    expect((await app.get(`/parc/${id}/modifier`, ours.reviewer)).headers.get("location")).toBe(`/parc/${id}`);
    expect((await app.post(`/parc/${id}/modifier`, ours.reviewer, edit())).headers.get("location")).toBe(`/parc/${id}`);
  });
});

describe("changing the state in a page", () => {
  it("goes from planned to service, tells the request, then to retirement", async () => {
    const requestId = newId<RequestId>();
    const id = await anInstallation(deps, ours.reviewer, { state: "planned", requestId });
    expect(await (await app.get(`/parc/${id}`, ours.requester)).text()).toContain(`href="/demandes/${requestId}"`);
    await app.post(`/parc/${id}/etat`, ours.reviewer, { de: "planned", vers: "in-service", jour: "2026-11-20" });
    expect(told).toMatchObject([{ requestId, installationId: id, day: "2026-11-20" }]);
    expect((await app.post(`/parc/${id}/retrait`, ours.reviewer, { de: "in-service", vers: "retired", jour: "2026-11-21" })).status).toBe(
      303,
    );
    expect(await read(id)).toMatchObject({ state: "retired", inServiceOn: "2026-11-20", retiredOn: "2026-11-21" });
  });

  it("says what is wrong with a day, in its form, open, as it was typed", async () => {
    const id = await anInstallation(deps, ours.reviewer, { inServiceOn: "2020-06-01" as LocalDate });
    for (const [jour, said] of [
      ["2026-11-22", "Cette date n’est pas encore arrivée"],
      ["2020-05-31", "Il est en service depuis le 1er juin 2020"],
      ["demain", "Donnez une date qui existe"],
    ]) {
      const answer = await app.post(`/parc/${id}/retrait`, ours.reviewer, { de: "in-service", vers: "retired", jour: jour ?? "" });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(said);
      expect(html).toContain(`value="${jour}"`);
      expect(html).toContain("<details open");
    }
  });

  it("says who moved it meanwhile, and where it stands", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned" });
    await app.post(`/parc/${id}/etat`, ours.administrator, { de: "planned", vers: "pilot", jour: "2026-11-20" });
    const answer = await app.post(`/parc/${id}/etat`, ours.reviewer, { de: "planned", vers: "in-service", jour: "2026-11-20" });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Adama Administratrice a changé son état");
  });

  it("is offered to those who manage the inventory alone", async () => {
    const id = await anInstallation(deps, ours.reviewer);
    expect(await (await app.get(`/parc/${id}`, ours.reviewer)).text()).toContain(`action="/parc/${id}/retrait"`);
    expect(await (await app.get(`/parc/${id}`, ours.requester)).text()).not.toContain("/retrait");
  });
});

describe("the addresses of the inventory", () => {
  it("let every member read, and those who manage it alone change it", async () => {
    expect(app.declared.length).toBeGreaterThan(15);
    const reading = ["/parc", "/parc/export.csv", "/parc/export.ods", "/parc/:id"];
    for (const { method, path, access } of app.declared)
      expect(access, `${method} ${path}`).toBe(reading.includes(path) ? "read-inventory" : "manage-inventory");
    expect((await app.get("/parc/nouvelle", ours.reviewer)).status).toBe(200);
    expect((await app.get("/parc/nouvelle", ours.requester)).status).toBe(403);
    expect((await app.post("/parc/nouvelle", ours.requester, declaration())).status).toBe(403);
  });
});
