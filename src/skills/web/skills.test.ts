import { beforeAll, describe, expect, it } from "vitest";
import { anAgent, anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { skillsOf, skillsOfPerson } from "../public.ts";
import { aSkill } from "../testing.ts";
import { testApp, wordsOf } from "./test-app.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-07-15T10:00:00Z") };
const app = testApp(deps);
let ours: TestAuthority;
let neighbour: TestAuthority;
let nadia: Agent;
let koha: InstallationId;
let retired: InstallationId;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  nadia = await anAgent(deps, ours.id, { roles: ["reviewer"], name: "Nadia Réparatrice" });
  koha = await anInstallation(deps, ours.reviewer, { name: "Koha" });
  await anInstallation(deps, ours.reviewer, { name: "QGIS" });
  retired = await anInstallation(deps, ours.reviewer, { name: "Vieux", state: "retired" });
});

const say = (fields: Record<string, string | readonly string[]>, agent = ours.reviewer) =>
  app.post("/parc/savoir-faire/nouveau", agent, {
    installation: koha,
    detenteur: "person",
    personne: nadia.id,
    savoirs: ["administer", "repair"],
    ...fields,
  });

describe("a skill", () => {
  it("is said once however often its form is sent, and the installation's page warns where one person alone can", async () => {
    const id = newId<string>();
    for (let sent = 0; sent < 2; sent += 1) {
      const answer = await say({ _cle: id });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/parc/${koha}#savoir-faire`]);
    }
    const words = await wordsOf(await app.get(`/_section/${koha}`, ours.requester));
    expect(words).toContain("Une seule personne sait l’administrer et le dépanner : Nadia Réparatrice.");
    expect(words).not.toContain("Retirer");
    const journal = await db.selectFrom("journalEntry").select("what").where("subjectId", "=", id).execute();
    expect(journal.map(({ what }) => what)).toEqual(["skill-said"]);
  });

  it("of the same holder on the same software is edited, not said twice", async () => {
    const answer = await say({ _cle: newId<string>() });
    expect([answer.status, await wordsOf(answer)]).toEqual([409, expect.stringContaining("déjà notés")]);
  });

  it("of a supplier beside the person leaves nobody alone", async () => {
    expect((await say({ detenteur: "supplier", nom: "Biblibre", personne: "", savoirs: ["administer", "repair"] })).status).toBe(303);
    expect(await wordsOf(await app.get(`/_section/${koha}`, ours.requester))).not.toContain("Une seule personne");
    await db.updateTable("membership").set({ leftAt: deps.now() }).where("personId", "=", nadia.id).execute();
    const words = await wordsOf(await app.get(`/_section/${koha}`, ours.requester));
    expect(words).toContain("Un seul fournisseur sait l’administrer et le dépanner : Biblibre.");
    expect(words).toContain("n’est plus là");
    await db.updateTable("membership").set({ leftAt: null }).where("personId", "=", nadia.id).execute();
  });

  it("is refused in words: nothing known, nobody, somebody of a neighbour, a neighbour's software", async () => {
    const refused = async (fields: Record<string, string | readonly string[]>) => {
      const answer = await say(fields);
      expect(answer.status).toBe(422);
      return wordsOf(answer);
    };
    expect(await refused({ savoirs: [] })).toContain("Ce champ est nécessaire.");
    expect(await refused({ savoirs: ["fly"] })).toContain("Ce choix n’existe pas");
    expect(await refused({ personne: "" })).toContain("Choisissez une personne de la collectivité.");
    expect(await refused({ personne: neighbour.reviewer.id })).toContain("Choisissez une personne de la collectivité.");
    expect(await refused({ detenteur: "authority", nom: " " })).toContain("Donnez le nom");
    expect(await refused({ note: "a\0" })).toContain("caractères invisibles");
    const theirs = await anInstallation(deps, neighbour.reviewer, { name: "Du voisin" });
    expect(await refused({ installation: theirs })).toContain("Ce logiciel n’existe plus");
    expect((await say({}, ours.requester)).status).toBe(403);
  });

  it("edited twice at once shows both versions; is removed by its authority alone", async () => {
    const id = await aSkill(deps, ours.reviewer, koha, { abilities: ["install"] });
    const path = `/parc/savoir-faire/${id}`;
    const edit = { detenteur: "person", personne: ours.reviewer.id, savoirs: ["train"], _version: "1" };
    expect((await app.post(`${path}/modifier`, nadia, edit)).status).toBe(303);
    const stale = await app.post(`${path}/modifier`, ours.administrator, { ...edit, savoirs: ["repair"], note: "du mardi" });
    expect([stale.status, await wordsOf(stale)]).toEqual([409, expect.stringMatching(/Nadia Réparatrice.*Dépanner.*Former/)]);
    expect((await app.get(`${path}/modifier`, neighbour.reviewer)).status).toBe(404);
    expect((await app.post(`${path}/modifier`, neighbour.reviewer, edit)).status).toBe(404);
    expect((await app.post(`${path}/retrait`, neighbour.reviewer)).status).toBe(404);
    expect((await app.post(`${path}/retrait`, ours.requester)).status).toBe(403);
    expect((await app.post(`${path}/retrait`, ours.reviewer)).status).toBe(303);
    expect((await app.post(`${path}/retrait`, ours.reviewer)).status).toBe(404);
  });
});

describe("the overview of skills", () => {
  it("says who can do what, what is fragile with its denominator, and what each one alone can do", async () => {
    await db.deleteFrom("skill").execute();
    const get = async (query: string) => wordsOf(await app.get(`/parc/savoir-faire${query}`, ours.requester));
    expect(await get("")).toContain("Personne n’a encore dit qui sait faire quoi");
    await aSkill(deps, nadia, koha, { abilities: ["administer", "repair"] });
    await aSkill(deps, nadia, retired);
    await aSkill(deps, neighbour.reviewer, await anInstallation(deps, neighbour.reviewer, { name: "Secret" }));
    const words = await get("");
    expect(words).toContain("sur 1 dont les savoir-faire sont renseignés, et 2 en tout");
    expect(words).toContain("Une seule personne sait l’administrer et le dépanner : Nadia Réparatrice.");
    expect(words).not.toContain("Vieux");
    expect(await get("?fragile=oui")).not.toContain("QGIS");
    expect(await get("?vue=personnes")).toMatch(/Nadia Réparatrice agent Koha administrer, dépanner Koha \(administrer, dépanner\)/);
    expect(await get("?recherche=%00%F0&page=x")).toContain("Rien ne correspond");
    const csv = await (await app.get("/parc/savoir-faire/export.csv", ours.requester)).text();
    expect(csv).toContain("Koha;Nadia Réparatrice;agent;;oui;;oui");
  });

  it("gives other slices who can do what, and what a person can", async () => {
    const doors = await readAuthority(db, ours.id, async (reader) => ({
      all: await skillsOf(reader),
      some: await skillsOf(reader, [retired]),
      person: await skillsOfPerson(reader, nadia.id),
      foreign: await skillsOfPerson(reader, neighbour.reviewer.id),
    }));
    expect(doors.all.map(({ installationId }) => installationId)).toEqual([koha]);
    expect(doors.some).toHaveLength(1);
    expect(doors.person.map(({ installationName }) => installationName)).toEqual(["Koha"]);
    expect(doors.foreign).toEqual([]);
  });
});
