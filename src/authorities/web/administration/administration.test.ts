import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { authoritySettings } from "../../public.ts";
import { anAgent, anAuthority, aSignedInCookie } from "../../testing.ts";
import { testApp, testDeps } from "../test-app.ts";

const deps = await testDeps();
const app = testApp(deps);
const ours = await anAuthority(deps, { name: "Ville A" });
const theirs = await anAuthority(deps, { name: "Ville B" });
const cookieOf = (agent: Agent) => aSignedInCookie(deps, agent);
let admin = "";
beforeAll(async () => {
  admin = await cookieOf(ours.administrator);
});

const PAGES = ["", "/personnes", "/personnes/inviter", "/services", "/reglages", "/journal"].map((path) => `/administration${path}`);

describe("the administration", () => {
  it("opens to administrators; its journal also to the guarantor and the data-protection officer", async () => {
    for (const path of PAGES) expect([path, (await app.get(path, admin)).status]).toEqual([path, 200]);
    for (const agent of [ours.guarantor, ours.dataProtectionOfficer]) {
      const cookie = await cookieOf(agent);
      const statuses = await Promise.all(PAGES.map(async (path) => (await app.get(path, cookie)).status));
      expect(statuses).toEqual([200, 403, 403, 403, 403, 200]);
    }
    for (const agent of [ours.requester, ours.reviewer, ours.electedOfficial]) {
      const cookie = await cookieOf(agent);
      for (const path of PAGES) expect([path, (await app.get(path, cookie)).status]).toEqual([path, 403]);
    }
  });

  it("hides a neighbour's people and departments as if they did not exist", async () => {
    for (const [mine, other] of [
      [`/administration/personnes/${ours.requester.id}`, `/administration/personnes/${theirs.requester.id}`],
      [`/administration/services/${ours.departments.it}`, `/administration/services/${theirs.departments.it}`],
    ] as const) {
      expect((await app.get(mine, admin)).status).toBe(200);
      for (const path of [other, `${other}x`, other.replace(/[^/]+$/, newId<string>())])
        expect((await app.get(path, admin)).status).toBe(404);
    }
    expect((await app.post(`/administration/personnes/${theirs.requester.id}/reinitialisation`, {}, admin)).status).toBe(404);
    expect((await app.post(`/administration/personnes/${theirs.requester.id}/depart`, { _version: "1" }, admin)).status).toBe(404);
    expect((await app.post(`/administration/services/${theirs.departments.it}/fermeture`, {}, admin)).status).toBe(404);
    expect((await app.post("/administration/invitations/nope/annuler", {}, admin)).status).toBe(404);
  });
});

describe("the list of people", () => {
  const list = async (query: string) => wordsOf(await app.get(`/administration/personnes?${query}`, admin));

  it("is searched without accents, and filtered by role and by department, with what is under it", async () => {
    await anAgent(deps, ours.id, { name: "Étienne Œil", roles: ["requester"], departmentId: ours.departments.culture });
    expect(await list("")).toContain("Étienne Œil");
    expect(await list("recherche=etienne")).toMatch(/1 personne\b.*Étienne Œil/);
    expect(await list("recherche=nobody%25")).toContain("0 personne");
    expect(await list("role=guarantor")).toMatch(/1 personne\b.*Garance/);
    const culture = await list(`service=${ours.departments.culture}`);
    expect(culture).toContain("Étienne Œil");
    expect(culture).toContain("Rose Demandeuse");
    expect(await list(`service=${ours.departments.library}`)).not.toContain("Étienne Œil");
  });

  it("takes what it does not understand as if it were not there", async () => {
    for (const query of [
      "page=-1",
      "page=abc",
      "page=99999",
      "role=king",
      "service=nope",
      "recherche=%00",
      `recherche=${"a".repeat(3000)}`,
    ])
      expect([query, (await app.get(`/administration/personnes?${query}`, admin)).status]).toEqual([query, 200]);
  });

  it("has fifty people a page", async () => {
    const town = await anAuthority(deps, { name: "Ville C" });
    for (let n = 0; n < 50; n += 1) await anAgent(deps, town.id, { name: `Agent ${n}`, roles: ["requester"] });
    const cookie = await cookieOf(town.administrator);
    expect(await wordsOf(await app.get("/administration/personnes", cookie))).toContain("56 personnes");
    const second = await (await app.get("/administration/personnes?page=2", cookie)).text();
    expect(second.match(/<tr>/g)).toHaveLength(7);
  });

  it("refuses an invitation with words, and keeps what was typed", async () => {
    const answer = await app.post("/administration/personnes/inviter", { nom: "Nadia", courriel: "pas une adresse" }, admin);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="pas une adresse"');
    expect(html).toContain("Donnez une adresse électronique");
  });
});

describe("a person's page", () => {
  it("keeps what was typed when somebody else changed the person meanwhile, and shows both versions", async () => {
    const agent = await anAgent(deps, ours.id, { name: "Sam", roles: ["requester"] });
    const path = `/administration/personnes/${agent.id}`;
    const fields = { _version: "1", fonction: "Cheffe", service: ours.departments.it, roles: ["requester", "reviewer"] };
    expect((await app.post(path, fields, admin)).status).toBe(303);
    const answer = await app.post(path, { ...fields, fonction: "Directrice" }, admin);
    expect(answer.status).toBe(409);
    const text = await answer.text();
    expect(text).toContain('value="Directrice"');
    expect(text).toContain("Cheffe");
    expect(text).toContain('name="_version" value="2"');
    expect((await app.post(path, { ...fields, roles: [] }, admin)).status).toBe(422);
    expect((await app.post(path, { ...fields, roles: ["king"] }, admin)).status).toBe(422);
    expect((await app.post(path, { ...fields, service: theirs.departments.it }, admin)).status).toBe(422);
  });

  it("refuses the departure of the last administrator, in words", async () => {
    const path = `/administration/personnes/${ours.administrator.id}/depart`;
    const answer = await app.post(path, { _version: "1" }, admin);
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain("dernier administrateur");
  });

  it("ends a membership: the person no longer enters", async () => {
    const agent = await anAgent(deps, ours.id, { name: "Tom", roles: ["requester"] });
    const cookie = await cookieOf(agent);
    expect((await app.get("/mon-compte", cookie)).status).toBe(200);
    expect((await app.post(`/administration/personnes/${agent.id}/depart`, { _version: "1" }, admin)).status).toBe(303);
    expect((await app.get("/mon-compte", cookie)).status).toBe(303);
    const again = await cookieOf(agent);
    expect((await app.get("/mon-compte", again)).status).toBe(403);
    expect(await wordsOf(await app.get("/connexion", again))).toContain("vous n’appartenez plus à aucune collectivité");
  });
});

describe("the departments", () => {
  const post = (path: string, fields: Record<string, string>) => app.post(`/administration/services${path}`, fields, admin);
  const idOf = async (name: string) =>
    (
      await deps.db
        .selectFrom("department")
        .select("id")
        .where("authorityId", "=", ours.id)
        .where("name", "=", name)
        .executeTakeFirstOrThrow()
    ).id;

  it("are added once when the form is posted twice, never two of one name side by side", async () => {
    const fields = { nom: "Voirie", dans: "", _cle: newId<string>() };
    for (let time = 0; time < 2; time += 1) expect((await post("", fields)).status).toBe(303);
    expect((await post("", { nom: "VOIRIE", dans: "" })).status).toBe(422);
    expect((await post("", { nom: "Voirie", dans: ours.departments.it })).status).toBe(303);
    expect((await post("", { nom: "Ailleurs", dans: theirs.departments.it })).status).toBe(422);
  });

  it("move with what is under them, never inside themselves; a stale form shows both versions", async () => {
    const { culture, library, it: it_ } = ours.departments;
    expect((await post(`/${culture}`, { nom: "Culture", dans: library, _version: "top Culture" })).status).toBe(422);
    expect((await post(`/${culture}`, { nom: "Culture", dans: it_, _version: "top Culture" })).status).toBe(303);
    expect(await wordsOf(await app.get("/administration/services", admin))).toContain("Systèmes d’information › Culture › Bibliothèque");
    const stale = await post(`/${culture}`, { nom: "Arts", dans: "", _version: "top Culture" });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('value="Arts"');
    expect((await post(`/${culture}`, { nom: "Arts", dans: "", _version: `${it_} Culture` })).status).toBe(303);
  });

  it("close once they are empty", async () => {
    const answer = await post(`/${ours.departments.library}/fermeture`, {});
    expect(answer.status).toBe(422);
    expect(await wordsOf(answer)).toContain("encore dans ce service");
    expect(await wordsOf(await post(`/${ours.departments.culture}/fermeture`, {}))).toContain("encore des services en dessous");
    const id = await idOf("Voirie");
    expect((await post(`/${id}/fermeture`, {})).status).toBe(303);
    expect((await app.get(`/administration/services/${id}`, admin)).status).toBe(404);
    expect((await post("", { nom: "Voirie", dans: "" })).status).toBe(303);
  });
});

describe("the settings", () => {
  const fields = {
    nom: "Ville A",
    contreseing: "single-person",
    delai_1: "3",
    delai_2: "10",
    delai_3: "10",
    delai_4: "15",
    confirmation: "12",
    publication: "1",
  };
  const post = (more: Record<string, string>) => app.post("/administration/reglages", { ...fields, ...more }, admin);

  it("are changed by administrators; a stale form shows both versions", async () => {
    expect((await post({ _version: "1" })).status).toBe(303);
    const page = await wordsOf(await app.get("/administration/reglages", admin));
    expect(page).toContain("personne ne vérifie que la procédure a été suivie");
    const stale = await post({ _version: "1", delai_1: "9" });
    expect(stale.status).toBe(409);
    expect(await wordsOf(stale)).toContain("9 jours");
    expect((await post({ _version: "2", delai_1: "9" })).status).toBe(303);
  });

  it("read a box left unticked as a no, though a browser sends nothing of it", async () => {
    const { publication: _, ...unticked } = fields;
    expect((await app.post("/administration/reglages", { ...unticked, _version: "3" }, admin)).status).toBe(303);
    const settings = await readAuthority(deps.db, ours.id, authoritySettings);
    expect(settings).toMatchObject({
      publishesDecisions: false,
      countersignature: "single-person",
      targetDays: [3, 10, 10, 15],
      version: 4,
    });
  });

  it("refuse what makes no sense", async () => {
    for (const wrong of [
      { delai_1: "0" },
      { delai_2: "1e9" },
      { confirmation: "37" },
      { contreseing: "never" },
      { nom: "" },
      { nom: "a".repeat(201) },
    ])
      expect((await post({ _version: "3", ...wrong })).status).toBe(422);
  });
});

describe("the journal", () => {
  it("shows who did what, and is paged by its numbers", async () => {
    const text = await wordsOf(await app.get("/administration/journal", admin));
    expect(text).toContain("Adama Administratrice (administrateur)");
    expect(text).toContain("Réglages changés");
    expect(await wordsOf(await app.get("/administration/journal?avant=2", admin))).toContain("Collectivité créée");
    expect((await app.get("/administration/journal?avant=abc", admin)).status).toBe(200);
  });

  it("says that it is intact, or where it was changed", async () => {
    expect(await wordsOf(await app.post("/administration/journal", {}, admin))).toContain("Le journal est intact");
    await deps.db.transaction().execute(async (trx) => {
      await sql`alter table journal_entry disable trigger append_only`.execute(trx);
      await sql`update journal_entry set what = 'other' where authority_id = ${ours.id} and sequence = 2`.execute(trx);
      await sql`alter table journal_entry enable trigger append_only`.execute(trx);
    });
    const text = await wordsOf(await app.post("/administration/journal", {}, admin));
    expect(text).toContain("Le journal a été modifié");
    expect(text).toContain("n° 2");
  });
});
