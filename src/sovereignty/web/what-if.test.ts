import { beforeAll, describe, expect, it } from "vitest";
import { anAgent, anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { aContract } from "#src/contracts/testing.ts";
import { anInstallation, anInterface } from "#src/inventory/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { aSkill } from "#src/skills/testing.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";
import { testApp } from "./test-app.ts";

const { db } = await testDatabase(WITH_CATALOGUE);
const deps = { db, now: () => new Date("2026-07-15T10:00:00Z"), config: { publicUrl: "https://valmontel.example" } };
const app = testApp(deps);
const PATH = "/parc/et-si";
let ours: TestAuthority;
let neighbour: TestAuthority;
let nadia: Agent;
let orphee: InstallationId;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  nadia = await anAgent(deps, ours.id, { roles: ["reviewer"], name: "Nadia Réparatrice" });
  const by = ours.reviewer;
  const cloud = { hosting: "cloud", hostName: "Nuage SA" } as const;
  const library = { departmentIds: [ours.departments.library], users: 12 };
  orphee = await anInstallation(deps, by, { ...library, name: "Orphée", softwareSlug: "orphee", details: cloud });
  const portal = await anInstallation(deps, by, { name: "Portail", departmentIds: [ours.departments.culture] });
  await anInstallation(deps, by, { name: "Parapheur", details: { hosting: "on-premises" } });
  await anInterface(deps, by, { from: portal, to: orphee });
  await aContract(deps, by, { title: "Maintenance d’Orphée", supplierName: "C3rb", covers: [orphee], endsOn: "2027-07-14" as LocalDate });
  await aSkill(deps, nadia, orphee, { abilities: ["repair"] });
  const theirs = await anInstallation(deps, neighbour.reviewer, { name: "Leur paie", softwareSlug: "koha" });
  await aContract(deps, neighbour.reviewer, { supplierName: "Fournisseur du voisin", covers: [theirs] });
  await aSkill(deps, neighbour.reviewer, theirs);
});

const ask = (query: Record<string, string>, agent = ours.requester) => app.get(`${PATH}?${new URLSearchParams(query)}`, agent);
const closes = { quoi: "fournisseur-ferme", fournisseur: "c3rb" };

describe("what if a supplier closes", () => {
  it("says first who is hit, then by which way, what is committed, until when notice can be given, and the ways out", async () => {
    const answer = await ask(closes);
    const words = await wordsOf(answer);
    expect(answer.status).toBe(200);
    expect(words).toContain(
      "Si C3rb cesse son activité, 2 installations sont touchées, dont 1 parce qu’elle dépend d’une autre, dans 2 services.",
    );
    expect(words).toContain("12 utilisateurs, sans compter 1 installation dont le nombre d’utilisateurs n’est pas connu");
    expect(words).toMatch(/Portail Parce qu’elle a besoin de Orphée/);
    expect(words).toContain("il reste 8 400 € à payer hors taxes");
    expect(words).toContain("14 avril 2027");
    expect(words).toContain("Koha");
    expect(words).toContain("Ouvrir une demande");
  });

  it("is exported, and opens one draft with what was established, however often it is pressed", async () => {
    const csv = await (await app.get(`${PATH}.csv?${new URLSearchParams(closes)}`, ours.requester)).text();
    expect(csv).toContain("Portail;par dépendance;Orphée;Culture;");
    const _cle = newId<string>();
    for (let sent = 0; sent < 2; sent += 1) {
      const opened = await app.post(`${PATH}/demande`, ours.requester, { ...closes, _cle });
      expect([opened.status, opened.headers.get("location")]).toEqual([303, `/demandes/brouillons/${_cle}`]);
    }
    const [draft, ...others] = await db.selectFrom("requestDraft").selectAll().where("authorityId", "=", ours.id).execute();
    expect(others).toEqual([]);
    const content = JSON.stringify(draft?.content);
    for (const said of ["Si C3rb cesse son activité", "Orphée", "Koha", "14 avril 2027", "https://valmontel.example/parc/et-si?quoi="])
      expect(content).toContain(said);
    const stolen = await app.post(`${PATH}/demande`, ours.reviewer, { ...closes, _cle });
    expect([403, 404]).toContain(stolen.status);
    expect((await app.post(`${PATH}/demande`, ours.electedOfficial, { ...closes, _cle })).status).toBe(403);
  });
});

describe("other suppositions", () => {
  it("a rise is reckoned until the end of the contract, and stops nothing", async () => {
    const words = await wordsOf(await ask({ quoi: "hausse", fournisseur: "c3rb", taux: "12,5 %" }));
    expect(words).toContain("Si C3rb augmente ses prix de 12,5 %, 1 installation est touchée, dans 1 service.");
    expect(words).toContain("La hausse coûte 1 050 € hors taxes");
    expect(words).toContain("Rien ne s’arrête");
  });

  it("a software that ends, or changes its licence, points to what replaces it", async () => {
    const ends = await wordsOf(await ask({ quoi: "fin-du-logiciel", logiciel: "orphee", le: "2027-01-31" }));
    expect(ends).toMatch(/Si Orphée s’arrête le 31 janvier 2027, 2 installations/);
    const changes = await wordsOf(await ask({ quoi: "changement-de-licence", logiciel: "orphee" }));
    expect(changes).toMatch(/Si Orphée change de licence, 1 installation est touchée/);
    expect(changes).toContain("Koha");
  });

  it("somebody who leaves takes what nobody else can do", async () => {
    const words = await wordsOf(await ask({ quoi: "depart", personne: nadia.id }));
    expect(words).toMatch(/Si Nadia Réparatrice s’en va, 1 installation est touchée/);
    expect(words).toMatch(/Orphée Le réparer Personne/);
  });

  it("a place that is lost is a host, or our own premises", async () => {
    expect(await wordsOf(await ask({ quoi: "lieu-perdu", lieu: "nuage sa" }))).toMatch(/Si Nuage SA n’héberge plus rien, 2 installations/);
    expect(await wordsOf(await ask({ quoi: "lieu-perdu", lieu: "chez-nous" }))).toMatch(/Si nos locaux sont perdus, 1 installation/);
  });
});

describe("what cannot be supposed", () => {
  it("is said beside its field, to which the summary of errors leads, and what was typed comes back", async () => {
    for (const taux of ["-5", "1e9", "abc", "", "0", "NaN", "1001", "12,345", "x".repeat(5_000), "\0"]) {
      const answer = await ask({ quoi: "hausse", fournisseur: "c3rb", taux });
      const html = await answer.text();
      expect([taux, answer.status]).toEqual([taux, 422]);
      expect(html).toContain('href="#champ-taux"');
      expect(html).toContain('id="champ-taux"');
      expect(html.match(/id="champ-taux"/g)).toHaveLength(1);
    }
    expect(await (await ask({ quoi: "hausse", fournisseur: "c3rb", taux: "-5" })).text()).toContain('value="-5"');
    for (const le of ["2026-02-30", "demain", "0000-00-00"])
      expect((await ask({ quoi: "fin-du-logiciel", logiciel: "orphee", le })).status).toBe(422);
  });

  it("what is unknown, or a neighbour's, is not there to be chosen: nothing of theirs is told", async () => {
    for (const query of [
      { quoi: "fournisseur-ferme", fournisseur: "fournisseur du voisin" },
      { quoi: "fournisseur-ferme", fournisseur: newId<string>() },
      { quoi: "fin-du-logiciel", logiciel: "koha" },
      { quoi: "depart", personne: neighbour.reviewer.id },
      { quoi: "depart", personne: "x" },
      { quoi: "lieu-perdu", lieu: "" },
    ]) {
      const answer = await ask(query);
      expect([query, answer.status]).toEqual([query, 422]);
      expect(await answer.text()).not.toMatch(/Leur paie|Fournisseur du voisin/);
      expect((await app.get(`${PATH}.csv?${new URLSearchParams(query)}`, ours.requester)).status).toBe(303);
      expect((await app.post(`${PATH}/demande`, ours.requester, query)).status).toBe(303);
    }
    expect((await ask({ quoi: "la-fin-du-monde" })).status).toBe(200);
  });

  it("nothing can be supposed where nothing runs, and the page teaches", async () => {
    const empty = await anAuthority(deps, { name: "Ville neuve" });
    expect(await wordsOf(await ask({}, empty.requester))).toContain("Rien n’est encore en service");
  });
});
