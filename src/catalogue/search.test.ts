import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import { searchForCli, searchSoftware } from "./public.ts";

const { db } = await testDatabase();
beforeAll(async () => {
  expect((await loadCatalogue(db, "data/catalogue")).skipped).toEqual([]);
});

const search = (text: string, more: { limit?: number; free?: boolean; category?: string; typing?: boolean; offset?: number } = {}) =>
  searchSoftware(db, { text, limit: 10, ...more });
const slugs = async (text: string, more = {}): Promise<readonly string[]> => (await search(text, more)).results.map(({ slug }) => slug);

describe("from a need to software, on the starter catalogue", () => {
  const needs = readFileSync("data/evaluation/needs.tsv", "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter(([set]) => set === "tuning")
    .map(([, kind = "", query = "", accepted = ""]) => ({ kind, query, accepted: accepted.toLowerCase().split(" | ") }));

  it("finds what is expected among the first five, for most needs and for each kind of need, quickly", { timeout: 60_000 }, async () => {
    const answers: ((typeof needs)[number] & { rank: number; ms: number })[] = [];
    for (const need of needs) {
      const start = performance.now();
      const results = await searchForCli(db, need.query, 10);
      const ms = performance.now() - start;
      const rank = results.findIndex(({ name, aliases }) => [name, ...aliases].some((each) => need.accepted.includes(each.toLowerCase())));
      answers.push({ ...need, rank, ms });
    }
    const hit5 = (all: typeof answers): number => all.filter(({ rank }) => rank >= 0 && rank < 5).length / all.length;
    expect(answers.length).toBeGreaterThanOrEqual(60);
    expect(hit5(answers)).toBeGreaterThanOrEqual(0.93);
    for (const [kind, all] of Map.groupBy(answers, (answer) => answer.kind))
      expect([kind, hit5(all)]).toEqual([kind, expect.toSatisfy((hit: number) => hit >= 0.85)]);
    expect(answers.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / answers.length).toBeGreaterThanOrEqual(0.85);
    // Far above what is measured alone on a quiet machine (some 5 ms): this catches a change of order of magnitude, not noise.
    expect(answers.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(answers.length / 2)]).toBeLessThan(60);
  });
});

describe("the order and the reasons", () => {
  it("shows free software first, then the proprietary product that was named", async () => {
    const { results } = await search("Photoshop");
    expect(results.map(({ free }) => free)).toEqual([...results.map(({ free }) => free)].sort((a, b) => Number(b) - Number(a)));
    expect(results.slice(0, 2).map(({ slug }) => slug)).toContain("gimp");
    expect(results[0]?.why[0]).toEqual({ kind: "replaces", slug: "adobe-photoshop", product: "Photoshop" });
    expect(results.find(({ slug }) => slug === "adobe-photoshop")).toMatchObject({
      free: false,
      why: [{ kind: "name", name: "Photoshop" }],
    });
  });

  it("says that a word was taken for another", async () => {
    expect((await search("thunderbrid")).results[0]).toMatchObject({
      slug: "thunderbird",
      why: [{ kind: "likeness", typed: "thunderbrid", read: "Thunderbird" }],
    });
    expect((await search("vizioconférence")).results[0]?.why[0]).toMatchObject({ kind: "likeness", read: "visioconférence" });
  });

  it("forgives accents, capitals, plurals and words written apart", async () => {
    const expected = await slugs("médiathèque");
    expect(expected.length).toBeGreaterThan(2);
    for (const other of ["MEDIATHEQUE", "mediatheques", "Médiathèques"]) expect(await slugs(other)).toEqual(expected);
    expect((await slugs("libre office"))[0]).toBe("libreoffice");
    expect((await slugs("co-voiturage"))[0]).toBe("mobicoop");
  });

  it("leaves out the words that only say that there is a need", async () => {
    expect(await slugs("Bonjour, je voudrais un logiciel libre pour la gestion de la cantine, merci")).toEqual(await slugs("cantine"));
  });

  it("ranks by how many of the words are met, and asks for none of them", async () => {
    const found = (await search("réservation de salles et de girafes")).results[0];
    expect(["grr", "mrbs", "librebooking"]).toContain(found?.slug);
    expect(found?.why).toEqual([{ kind: "term", term: "réservation de salles" }]);
  });

  it("proposes free software of the same use where none is known to replace a product, and says so", async () => {
    const { results } = await search("Canva");
    expect(results[0]).toMatchObject({ free: true, why: [{ kind: "same-use", slug: "canva", product: "Canva" }] });
    expect(results[0]?.score).toBeLessThan(0.6);
  });

  it("gives each result a score from 0 to 1 and at least one reason", async () => {
    for (const text of ["partager des fichiers", "Word", "SIG", "budget participatif", "a b c d e"]) {
      for (const { score, why } of (await search(text, { limit: 50 })).results) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(why.length).toBeGreaterThan(0);
      }
    }
  });

  it("keeps to free software, to proprietary software, or to a category", async () => {
    expect((await search("visioconférence", { free: true })).results.every(({ free }) => free)).toBe(true);
    const proprietary = await search("visioconférence", { free: false });
    expect(proprietary.results.length).toBeGreaterThan(2);
    expect(proprietary.results.some(({ free }) => free)).toBe(false);
    const voting = await search("vote", { category: "digital-citizenship" });
    expect(voting.results.length).toBeGreaterThan(0);
    expect(voting.results.every(({ categories }) => categories.includes("digital-citizenship"))).toBe(true);
    expect(await search("vote", { category: "no-such-thing" })).toMatchObject({ results: [], total: 0 });
  });

  it("counts all of them beyond the limit, and goes on from an offset", async () => {
    const all = await search("réunion", { limit: 100 });
    const page = await search("réunion", { limit: 3, offset: 3 });
    expect(page.total).toBe(all.results.length);
    expect(page.results.map(({ slug }) => slug)).toEqual(all.results.slice(3, 6).map(({ slug }) => slug));
  });

  it("suggests from a word that is still being typed", async () => {
    expect(await slugs("thund", { typing: true })).toContain("thunderbird");
    expect((await slugs("réservation de sal", { typing: true }))[0]).toMatch(/grr|mrbs|librebooking/);
  });

  it("works under the role of an authority, which owns nothing", async () => {
    const found = await readAuthority(db, newId(), (reader) => searchSoftware(reader, { text: "tableur", limit: 3 }));
    expect(found.results.map(({ slug }) => slug)).toContain("libreoffice");
  });
});

describe("whatever is typed", () => {
  it.each([
    ["nothing", ""],
    ["spaces", "  \t\n "],
    ["punctuation", "?!.,;:'\"%_\\&|()<>*-"],
    ["nothing the catalogue knows", "xqzjkvbw wqxzkjvb"],
  ])("finds nothing for %s", async (_, text) => {
    expect(await search(text)).toEqual({ results: [], total: 0, cut: false });
  });

  it.each([
    ["operators of search languages", "tableur & !word | (sig <-> ged):* OR 1=1 --"],
    ["an attempt on the database", "'; drop table software; -- tableur"],
    ["control characters", "tab\u0000leur \u0007tableur\uFFFF\uD800"],
    ["patterns", "tableur % _ \\ %%% [a-z]*"],
    ["markup", "<script>alert('tableur')</script>"],
  ])("searches the words among %s", async (_, text) => {
    expect(await slugs(text, { limit: 50 })).toContain("libreoffice");
  });

  it("uses the words that only say that there is a need, when there are no others", async () => {
    expect((await search("logiciel de gestion")).results.length).toBeGreaterThan(0);
  });

  it("cuts what is too long, says so, and stays quick", async () => {
    expect((await search("tableur")).cut).toBe(false);
    for (const text of ["tableur ".repeat(1_500_000), "t".repeat(10_000_000), `tableur ${"mot ".repeat(200)}`, "é".repeat(600)]) {
      const start = performance.now();
      expect((await search(text)).cut).toBe(true);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
    expect(await slugs("tableur ".repeat(1_500_000))).toEqual(await slugs("tableur"));
  });
});
