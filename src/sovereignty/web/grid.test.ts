import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { aSkill } from "#src/skills/testing.ts";
import { testApp } from "./test-app.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-07-15T10:00:00Z"), config: { publicUrl: "http://127.0.0.1:3000" } };
const app = testApp(deps);
const PATH = "/parc/souverainete";
let ours: TestAuthority;
let neighbour: TestAuthority;
let koha: InstallationId;
let theirs: InstallationId;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  const facts = { free: true, departmentIds: [ours.departments.library], details: { hosting: "on-premises" } } as const;
  koha = await anInstallation(deps, ours.reviewer, { ...facts, name: "Koha" });
  const details = { hosting: "cloud", hostName: "Nuage SA", dataCountry: "FR", governingLaw: ["FR", "US"], layer: "server" } as const;
  await anInstallation(deps, ours.reviewer, { name: "=Paie", free: false, details });
  await anInstallation(deps, ours.reviewer, { name: "Vieux", state: "retired" });
  await aSkill(deps, ours.reviewer, koha);
  theirs = await anInstallation(deps, neighbour.reviewer, { name: "Secret du voisin" });
});

const words = async (query = "", agent = ours.requester) => wordsOf(await app.get(`${PATH}${query}`, agent));
const answer = (fields: Record<string, string>, agent = ours.reviewer, path = `${PATH}/${koha}/partir`) =>
  app.post(path, agent, { reponse: "oui", raison: "Export essayé en mars.", _version: "0", ...fields });

describe("the grid", () => {
  it("counts each answer with all installations beside it, and shows nothing retired nor of a neighbour", async () => {
    const page = await words();
    expect(page).toContain("2 installations le 15 juillet 2026");
    expect(page).toMatch(/Avons-nous son code source \? 1 Oui, Code source 0 1 Non, Code source 0/);
    expect(page).toContain("=Paie");
    expect(page).not.toContain("Vieux");
    expect(page).not.toContain("Secret");
    expect(await words("", neighbour.requester)).not.toContain("Koha");
  });

  it("is filtered by question and answer, layer, department and words; what is not understood filters nothing", async () => {
    const listed = async (query: string) => (await words(query)).split("Installation par installation")[1] ?? "";
    expect(await listed("?question=code-source&reponse=oui")).toMatch(/1 installation .*Koha/);
    expect(await listed("?question=code-source&reponse=oui")).not.toContain("=Paie");
    expect(await listed("?reponse=non-connu&couche=server")).toMatch(/1 installation .*=Paie/);
    expect(await listed(`?service=${ours.departments.library}`)).toMatch(/1 installation .*Koha/);
    expect(await listed("?recherche=KOHÀ")).toMatch(/1 installation .*Koha/);
    expect(await listed("?recherche=zzz")).toContain("Rien ne correspond");
    for (const query of ["?question=x&reponse=y&couche=%00&service=1&page=-4&ordre=x", "?recherche=%00", "?question=partir"])
      expect(await listed(query)).toContain("Koha");
    expect(await listed("?recherche=%F0%ED%A0%80")).toContain("Rien ne correspond");
    expect((await app.get(`${PATH}?page=9`, ours.requester)).headers.get("location")).toBe(PATH);
    const reversed = await listed("?ordre=decroissant");
    expect(reversed.indexOf("Koha")).toBeLessThan(reversed.indexOf("=Paie"));
  });

  it("says plainly that a host in France must obey the law of another continent", async () => {
    const csv = await (await app.get(`${PATH}/export.csv`, ours.requester)).text();
    expect(csv).toMatch(/répond aussi à un droit étranger à l’Europe \(États-Unis\), où que soient les données/);
    expect(csv).not.toMatch(/^=Paie/m);
    const ods = await app.get(`${PATH}/export.ods?question=code-source&reponse=oui`, ours.requester);
    expect(ods.headers.get("content-disposition")).toBe('attachment; filename="souverainete-2026-07-15.ods"');
  });

  it("teaches where nothing runs yet", async () => {
    const empty = await anAuthority(deps, { name: "Ville neuve" });
    expect(await words("", empty.requester)).toContain("Rien n’est encore en service");
  });

  it("is in short beside an installation", async () => {
    expect(await wordsOf(await app.get(`/_section/${koha}`, ours.requester))).toMatch(/Le faire tourner Oui Code source Oui/);
    expect(await (await app.get(`/_section/${theirs}`, ours.requester)).text()).not.toContain("Souverainet");
  });
});

describe("an answer of people", () => {
  it("stands above the inventory's with its reason and its author, once however often it is sent, until it is withdrawn", async () => {
    expect(await words(`/${koha}`)).toContain("Aucun fait du parc ne le dit");
    expect(await words(`/${koha}`)).not.toContain("Répondre soi-même");
    for (let sent = 0; sent < 2; sent += 1) {
      const said = await answer({});
      expect([said.status, said.headers.get("location")]).toEqual([303, `${PATH}/${koha}#partir`]);
    }
    const page = await words(`/${koha}`, ours.reviewer);
    expect(page).toMatch(/Oui répondu à la main .*Export essayé en mars\. Répondu par Ivan Instructeur le 15 juillet 2026/);
    expect(page).toContain("Le parc seul répondrait : Non connu.");
    expect((await app.post(`${PATH}/${koha}/partir/retrait`, ours.reviewer)).status).toBe(303);
    expect((await app.post(`${PATH}/${koha}/partir/retrait`, ours.reviewer)).status).toBe(303);
    expect(await words(`/${koha}`)).toContain("Aucun fait du parc ne le dit");
    const journal = await db.selectFrom("journalEntry").select("what").where("subjectId", "=", koha).orderBy("sequence").execute();
    expect(journal.map(({ what }) => what)).toEqual(["sovereignty-answered", "sovereignty-answer-withdrawn"]);
  });

  it("given twice at once shows both versions, keeps what was typed, and can then replace the other", async () => {
    expect((await answer({ reponse: "non" })).status).toBe(303);
    const stale = await answer({ raison: "J’ai réussi." }, ours.administrator);
    expect([stale.status, await wordsOf(stale)]).toEqual([409, expect.stringMatching(/Ivan Instructeur.*Oui.*Non.*J’ai réussi/)]);
    const replaced = await answer({ raison: "J’ai réussi.", _version: "1" }, ours.administrator);
    expect(replaced.status).toBe(303);
    expect(await words(`/${koha}`)).toContain("Répondu par Adama Administratrice");
  });

  it("withdrawn while somebody else was writing asks again", async () => {
    await app.post(`${PATH}/${koha}/partir/retrait`, ours.reviewer);
    const stale = await answer({ _version: "2" });
    expect([stale.status, await wordsOf(stale)]).toEqual([409, expect.stringContaining("Personne n’avait répondu")]);
    expect((await answer({ _version: "0" })).status).toBe(303);
  });

  it("is refused in words, and what was typed comes back", async () => {
    const refused = async (fields: Record<string, string>) => {
      const said = await answer(fields);
      expect(said.status).toBe(422);
      return said.text();
    };
    expect(await refused({ reponse: "" })).toContain("Export essayé en mars.");
    expect(await refused({ reponse: "peut-être" })).toContain("Ce choix n’existe pas");
    expect(await refused({ raison: " " })).toContain("Ce champ est nécessaire");
    expect(await refused({ raison: "x".repeat(501) })).toContain("500");
    expect(await refused({ raison: "a\0b" })).toContain("caractères invisibles");
    expect((await answer({ _version: "1e9" })).status).toBe(303);
  });

  it("belongs to whoever manages the inventory of that authority, on a question and an installation that exist", async () => {
    expect((await answer({}, ours.requester)).status).toBe(403);
    expect((await app.post(`${PATH}/${koha}/partir/retrait`, ours.requester)).status).toBe(403);
    for (const path of [`${PATH}/${theirs}/partir`, `${PATH}/${newId<string>()}/partir`, `${PATH}/x/partir`, `${PATH}/${koha}/x`]) {
      expect((await answer({}, ours.reviewer, path)).status, path).toBe(404);
      expect((await app.post(`${path}/retrait`, ours.reviewer)).status, path).toBe(404);
      expect((await app.get(path, ours.reviewer)).status, path).toBe(404);
    }
    for (const id of [theirs, newId<string>(), "x", "%00"]) expect((await app.get(`${PATH}/${id}`, ours.reviewer)).status, id).toBe(404);
    expect((await app.get(`${PATH}/${theirs}/partir`, neighbour.reviewer)).status).toBe(200);
  });
});
