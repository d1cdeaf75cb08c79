import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aCycle, aProduct, aSourceSaying, imported } from "../testing.ts";
import { testApp, wordsOf } from "./test-app.ts";

const deps = await testDeps();
const { db } = deps;
const app = testApp(deps);
let ours: TestAuthority;
const page = async (slug: string): Promise<string> => wordsOf(await app.get(`/catalogue/${slug}`, ours.requester));

beforeAll(async () => {
  ours = await anAuthority(deps);
  const users = [
    { name: "Ville d’Arles", siren: null, website: null, page: null },
    { name: "ville d’arles", siren: null, website: null, page: null },
  ];
  await aSourceSaying(deps, "sill", [{ key: "1", name: "Publik", wikidata: "Q1", licences: ["AGPLv3+"], descriptionFr: "Démarches." }]);
  await aSourceSaying(deps, "comptoir", [{ key: "9", name: "Publik", wikidata: "Q1", licences: ["GPL-2.0-only"], users }]);
  await aSourceSaying(deps, "cnll", [{ key: "z", name: "Rien" }]);
});

describe("on the page of a software", () => {
  it("each fact has its source and its day, a licence its own words, and a disagreement is shown with what was retained", async () => {
    const words = await page("publik");
    for (const said of [
      "D’où viennent ces informations",
      "Socle interministériel de logiciels libres Nom, Licence et Description en français 5 janvier 2026",
      "Licence telle que Socle interministériel de logiciels libres l’écrit : « AGPLv3+ ».",
      "Les sources ne disent pas toutes la même chose",
      "Comptoir du Libre : GPL-2.0-only",
    ])
      expect(words).toContain(said);
    expect(words).toMatch(/AGPL-3\.0-or-later \(retenu\)/);
    expect(await page("rien")).not.toContain("ne disent pas toutes");
  });

  it("organisations that use it are named once, and that none is known is said", async () => {
    const words = await page("publik");
    expect(words.match(/ville d’arles/gi)).toHaveLength(1);
    expect(await page("rien")).toContain("Aucune organisation n’a déclaré l’utiliser");
  });

  it("versions are shown newest first, twelve at most, those ended in words; where nothing is known, that is said", async () => {
    expect(await page("publik")).toContain("Aucune source ne dit encore jusqu’à quand");
    const cycles = [
      aCycle("9", { releasedOn: "2025-06-01", ends: "2026-12-31" }),
      aCycle("8", { ends: "2026-01-04" }),
      aCycle("7", { ended: true }),
      ...Array.from({ length: 11 }, (_, index) => aCycle(`old-${index}`)),
    ];
    await imported(db, "endoflife", { products: [aProduct({ product: "publik", cycles })] });
    await sql`update software set endoflife = 'publik' where slug = 'publik'`.execute(db);
    const words = await page("publik");
    for (const said of ["Maintenue jusqu’au 31 décembre 2026", "Terminée le 4 janvier 2026", "Terminée", "2 versions plus anciennes"])
      expect(words).toContain(said);
    expect(words).not.toContain("old-9");
  });

  it("what people said it is a part of is shown, and what its parts are; nothing is where they said nothing", async () => {
    await aSourceSaying(deps, "cnll", [{ key: "y", name: "Rien du tout" }]);
    expect(await page("publik")).not.toMatch(/En font partie|fait partie de/);
    await sql`insert into software_pair (slug_a, slug_b, reason, found_at, verdict, whole, decided_at)
              values ('publik', 'rien-du-tout', 'same-name', now(), 'part', 'publik', now())`.execute(db);
    expect(await page("publik")).toContain("En font partie : Rien du tout");
    expect(await page("rien-du-tout")).toContain("Ce logiciel fait partie de : Publik");
    await sql`update software_pair set verdict = 'different', whole = null where slug_b = 'rien-du-tout'`.execute(db);
    expect(await page("publik")).not.toContain("En font partie");
  });

  it("the address of one that stands behind another leads to that other", async () => {
    expect((await app.get("/catalogue/rien", ours.requester)).status).toBe(200);
    await sql`update software set merged_into = 'publik' where slug = 'rien'`.execute(db);
    const answer = await app.get("/catalogue/rien", ours.requester);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/catalogue/publik"]);
  });
});
