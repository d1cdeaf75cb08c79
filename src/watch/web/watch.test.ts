import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { addDays, dayOf } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aDeclaredEnd, aLifecycle, aSuggestion } from "../testing.ts";
import { testApp } from "./test-app.ts";
import { watchTexts } from "./texts.ts";

const deps = await testDeps();
const app = testApp(deps);
const fr = watchTexts("fr");
const inDays = (days: number): string => addDays(dayOf(deps.now()), days);
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await givenSoftware(deps.db, { slug: "php", name: "PHP" }, { slug: "grr", name: "=GRR" });
  await aLifecycle(deps, { slug: "php", product: "php", cycles: [{ cycle: "8.2", ends: inDays(39) }] });
});

describe("the watch", () => {
  it("teaches while there is nothing to watch", async () => {
    const words = await wordsOf(await app.get("/veille", ours.reviewer));
    expect(words).toContain(fr.emptyTitle);
    expect(await wordsOf(await app.get("/veille?perimetre=suivis", ours.reviewer))).toContain("Vous ne suivez aucun logiciel");
  });

  it("says what ends, when, where with us, who says so and when", async () => {
    await anInstallation(deps, ours.reviewer, { name: "Site de la ville", softwareSlug: "php", departmentIds: [ours.departments.culture] });
    const words = await wordsOf(await app.get("/veille", ours.reviewer));
    expect(words).toMatch(/PHP .*8\.2 13 février 2026 dans 39 jours .*Site de la ville Culture .*endoflife\.date .*au 5 janvier 2026/);
    expect(words).toContain("Proposer à un service");
    expect(await wordsOf(await app.get("/veille", ours.electedOfficial))).not.toContain("Proposer à un service");
    expect(await wordsOf(await app.get("/veille?vue=nouveautes", ours.reviewer))).toContain("Aucune nouvelle version");
    expect(await wordsOf(await app.get("/veille", ours.reviewer, "en"))).toMatch(/13 February 2026 in 39 days/);
    for (const query of ["vue=x", "page=0", "page=-1", "page=1e9", "perimetre=%00", "page=999"]) {
      expect((await app.get(`/veille?${query}`, ours.reviewer)).status).toBeLessThan(304);
    }
  });

  it("is downloaded in open formats, where no cell is a formula", async () => {
    await app.post("/catalogue/grr/suivi", ours.requester, { suivre: "oui" });
    await aDeclaredEnd(deps, ours.reviewer, { slug: "grr", cycle: "=1+1" });
    const csv = await app.get("/veille/export.csv", ours.requester);
    const [header, first, second] = (await csv.text()).trim().split(/\r?\n/);
    expect(header).toContain("Logiciel;Version;Date");
    expect(first).toContain(
      "fin de vie;PHP;8.2;2026-02-13;;;Site de la ville;Culture;non;endoflife.date;https://endoflife.date/php;2026-01-05",
    );
    expect(second).not.toMatch(/;=/);
    const ods = await app.get("/veille/export.ods", ours.requester);
    expect(new TextDecoder().decode((await ods.arrayBuffer()).slice(0, 2))).toBe("PK");
  });
});

describe("the list of what one follows", () => {
  it("is one's own, and left from there", async () => {
    expect(await wordsOf(await app.get("/veille/suivis", ours.requester))).toContain("1 logiciel suivi");
    expect(await wordsOf(await app.get("/veille/suivis", ours.guarantor))).toContain(fr.follows.emptyTitle);
    expect(await wordsOf(await app.get("/catalogue/grr", ours.requester))).toContain(fr.page.unfollow);
    const left = await app.post("/catalogue/grr/suivi", ours.requester, { suivre: "non", retour: "suivis" });
    expect([left.status, left.headers.get("location")]).toEqual([303, "/veille/suivis"]);
    expect(await wordsOf(await app.get("/catalogue/grr", ours.requester))).not.toContain(fr.page.unfollow);
  });
});

describe("an end of life that the authority enters", () => {
  const path = "/catalogue/grr/fins-de-vie";
  const good = { version: "4.3", fin: "2026-05-01", adresse: "https://grr.example/fin" };

  it("is entered once, shown with its source, corrected and removed", async () => {
    const key = newId<string>();
    for (let times = 0; times < 2; times += 1) {
      const answer = await app.post(`${path}/nouvelle`, ours.reviewer, { ...good, _cle: key });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/catalogue/grr"]);
    }
    const page = await wordsOf(await app.get("/catalogue/grr", ours.electedOfficial));
    expect(page).toContain("4.3 : fin de vie le 1er mai 2026");
    expect(page).toContain("saisie par Ivan Instructeur, au 5 janvier 2026");
    expect(page).not.toContain(fr.page.addEnd);
    expect(await wordsOf(await app.get("/catalogue/grr", neighbour.reviewer))).not.toContain("4.3");
    expect((await app.post(`${path}/${key}/modifier`, ours.reviewer, { ...good, fin: "2026-06-01", _version: "1" })).status).toBe(303);
    const stale = await app.post(`${path}/${key}/modifier`, ours.administrator, { ...good, fin: "2026-07-01", _version: "1" });
    expect(stale.status).toBe(409);
    const shown = await stale.text();
    expect(shown).toContain('value="2026-07-01"');
    expect(shown.replaceAll("\u00a0", " ")).toContain("1er juin 2026");
    for (let times = 0; times < 2; times += 1) expect((await app.post(`${path}/${key}/suppression`, ours.reviewer, {})).status).toBe(303);
    expect(await wordsOf(await app.get("/catalogue/grr", ours.reviewer))).not.toContain("4.3 :");
    expect((await app.get(`${path}/${key}/modifier`, ours.reviewer)).status).toBe(303);
  });

  it("comes back filled when it is refused", async () => {
    const refused = async (change: Readonly<Record<string, string>>, slug = "grr"): Promise<string> => {
      const answer = await app.post(`/catalogue/${slug}/fins-de-vie/nouvelle`, ours.reviewer, { ...good, ...change });
      expect(answer.status).toBe(422);
      return wordsOf(answer);
    };
    for (const adresse of ["", "javascript:alert(1)", "page 12", `https://x.example/${"a".repeat(600)}`]) {
      expect(await refused({ adresse })).toContain("adresse");
    }
    expect(await refused({ fin: "2026-02-30" })).toContain("date qui existe");
    expect(await refused({ version: "x".repeat(61) })).toContain("trop long");
    expect(await refused({ version: "8.2" }, "php")).toContain("endoflife.date donne déjà la fin de vie de cette version.");
    expect((await app.post(`${path}/nouvelle`, ours.reviewer, { ...good, version: "LTS" })).status).toBe(303);
    expect(await refused({ version: "lts" })).toContain("déjà saisie");
  });

  it("is not there for a neighbour, nor under another software", async () => {
    const id = await aDeclaredEnd(deps, ours.reviewer, { slug: "grr", cycle: "5" });
    expect((await app.get(`${path}/${id}/modifier`, ours.reviewer)).status).toBe(200);
    expect((await app.get(`${path}/${id}/modifier`, neighbour.reviewer)).status).toBe(404);
    expect((await app.get(`/catalogue/php/fins-de-vie/${id}/modifier`, ours.reviewer)).status).toBe(404);
    expect((await app.post(`${path}/${id}/suppression`, neighbour.reviewer, {})).status).toBe(404);
    expect((await app.get(`${path}/%00/modifier`, ours.reviewer)).status).toBe(404);
    expect((await app.post(`${path}/${id}/modifier`, ours.requester, good)).status).toBe(403);
  });
});

describe("a suggestion", () => {
  it("is made from the software's page, and refused with what was typed", async () => {
    const form = await (await app.get("/catalogue/grr/proposer", ours.reviewer)).text();
    expect(form).toContain("Culture › Bibliothèque (1 personne)");
    expect(form).toContain("Systèmes d’information (2 personnes)");
    const bad = await app.post("/catalogue/grr/proposer", ours.reviewer, { service: neighbour.departments.it, raison: "é".repeat(501) });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain("é".repeat(501));
    const sent = await app.post("/catalogue/grr/proposer", ours.reviewer, {
      service: ours.departments.library,
      raison: "Les salles.",
      _cle: newId(),
    });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/catalogue/grr"]);
    expect(await wordsOf(await app.get("/veille/propositions", ours.requester))).toMatch(
      /=GRR .*à répondre .*Les salles\. .*Reprendre dans une demande/,
    );
    expect(await wordsOf(await app.get("/veille/propositions", ours.guarantor))).toContain("Aucune proposition");
    expect(await wordsOf(await app.get("/veille/propositions?etat=a-repondre", ours.reviewer))).toContain("Retirer la proposition");
  });

  it("becomes a draft of the need, in the department's name, with the evidence", async () => {
    const id = await aSuggestion(deps, ours.reviewer, { departmentId: ours.departments.library, slug: "php", reason: "Parce que." });
    const key = newId<string>();
    const taken = await app.post(`/veille/propositions/${id}/reprise`, ours.requester, { _cle: key });
    expect(taken.headers.get("location")).toBe(`/demandes/brouillons/${key}`);
    const { content } = await deps.db.selectFrom("requestDraft").select("content").where("id", "=", key).executeTakeFirstOrThrow();
    const { titre, besoin, service } = content as Record<string, string[]>;
    expect([titre, service]).toEqual([["Utiliser PHP"], [ours.departments.library]]);
    for (const part of ["Parce que.", "AGPL-3.0-or-later", `${deps.config.publicUrl}/catalogue/php`]) expect(besoin?.[0]).toContain(part);
  });

  it("is declined with a reason; who comes second sees the first answer, and keeps their words", async () => {
    const id = await aSuggestion(deps, ours.reviewer, { departmentId: ours.departments.library, slug: "php" });
    const path = `/veille/propositions/${id}/refus`;
    expect((await app.post(path, ours.requester, { raison: " " })).status).toBe(422);
    expect((await app.post(path, ours.requester, { raison: "Pas maintenant." })).status).toBe(303);
    const second = await app.post(path, ours.requester, { raison: "Jamais." });
    expect(second.status).toBe(409);
    expect(await wordsOf(second)).toMatch(/Jamais\. .*Pas maintenant\./);
    expect((await app.post(path, ours.reviewer, { raison: "Non." })).headers.get("location")).toBe("/veille/propositions");
    expect((await app.get(path, neighbour.requester)).status).toBe(404);
    expect((await app.get("/veille/propositions/%00/refus", ours.requester)).status).toBe(404);
  });
});
