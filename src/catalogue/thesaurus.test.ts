import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "#src/platform/db/testing.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";
import { searchSoftware } from "./public.ts";
import { contentOf, readCatalogueFiles } from "./usecases/read-catalogue-files.ts";
import { readThesaurus, thesaurusFiles } from "./usecases/read-thesaurus.ts";

const { entries, skipped } = readThesaurus(thesaurusFiles("data/thesaurus"));
const { software, categories } = contentOf(readCatalogueFiles("data/catalogue"));
const labels = new Set(entries.map(({ label }) => label.fr.toLowerCase()));

type Entry = (typeof entries)[number];
const saidOf = ({ synonyms }: Entry): readonly string[] => [...synonyms.fr, ...synonyms.en];
/** What a guard finds wrong, by label: an empty list passes. */
const wrong = (isWrong: (entry: Entry) => boolean): readonly string[] => entries.filter(isWrong).map(({ label }) => label.fr);

/** Accents and capitals make no other name; spaces do: a map server is a function, MapServer is one of them. */
function sameName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

describe("the files of the thesaurus", () => {
  it("are read whole, and hold at least 600 functions of distinct labels", () => {
    expect(skipped).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(600);
    expect(labels.size).toBe(entries.length);
  });

  it("name categories of the vocabulary, three at most", () => {
    const known = new Set(categories.map(({ id }) => id));
    expect(known.size).toBeGreaterThan(50);
    expect(wrong((entry) => entry.categories.some((id) => !known.has(id)) || new Set(entry.categories).size > 3)).toEqual([]);
  });

  it("relate functions that are there, never one to itself", () => {
    expect(wrong(({ label, related }) => related.some((each) => !labels.has(each.toLowerCase()) || each === label.fr))).toEqual([]);
  });

  it("bear no name of a product", () => {
    const products = new Set(software.flatMap(({ name, aliases }) => [name, ...aliases]).map(sameName));
    expect(products.has(sameName("Photoshop"))).toBe(true);
    expect(wrong(({ label }) => products.has(sameName(label.fr)) || products.has(sameName(label.en)))).toEqual([]);
  });

  it("give each function from 3 to 10 synonyms of 60 characters at most, some of them French, each once", () => {
    expect(wrong((entry) => entry.synonyms.fr.length === 0)).toEqual([]);
    expect(wrong((entry) => saidOf(entry).length < 3 || saidOf(entry).length > 10)).toEqual([]);
    expect(wrong((entry) => saidOf(entry).some((each) => each.length > 60))).toEqual([]);
    expect(wrong(({ synonyms: { fr } }) => new Set(fr.map((each) => each.toLowerCase())).size < fr.length)).toEqual([]);
  });

  it("give no function the label of another as a synonym", () => {
    expect(wrong((entry) => entry.synonyms.fr.some((each) => labels.has(each.toLowerCase())))).toEqual([]);
  });

  it("are written with the French apostrophe", () => {
    const slip = (text: string): boolean => text.includes("'");
    expect(["demande d'acte", "demande d’acte"].map(slip)).toEqual([true, false]);
    expect(wrong(({ label, synonyms }) => [label.fr, ...synonyms.fr].some(slip))).toEqual([]);
  });
});

describe("a need said in everyday words", () => {
  const db = testDatabase(WITH_CATALOGUE);

  const search = async (text: string) => (await searchSoftware((await db).db, { text, limit: 10 })).results;

  it.each([
    ["suivre les nids de poule", "signalement"],
    ["rompre l’isolement", "visites de convivialité"],
    ["courrier personnalisé en série", "publipostage"],
    ["compter les oiseaux", "science participative"],
    ["qui est enterré où", "cimetière"],
    ["supprimer des propos déplacés", "modération"],
  ])("%s, finds software by the function « %s », and says so with the synonym", async (text, label) => {
    const results = await search(text);
    const reasons = results.flatMap(({ why }) => why).filter((why) => why.kind === "function");
    expect(reasons).toContainEqual({ kind: "function", label: expect.objectContaining({ fr: label }), synonym: expect.any(String) });
    const said = reasons.find((why) => why.label.fr === label)?.synonym ?? "";
    expect(entries.filter((entry) => [entry.label.fr, ...saidOf(entry)].includes(said)).map((entry) => entry.label.fr)).toContain(label);
  });

  it("finds most often the software that serve the function, by any of its synonyms", { timeout: 60_000 }, async () => {
    const { rows } = await sql<{ label: string; slugs: readonly string[] }>`
      select f.label_fr as label, array_agg(s.slug) as slugs from software_function f join function_software s on s.function_id = f.id
       group by f.id, f.label_fr`.execute((await db).db);
    const serving = new Map(rows.map(({ label, slugs }) => [label, new Set(slugs)]));
    expect(serving.size).toBeGreaterThan(300);
    const asked = entries.filter(({ label }, index) => index % 5 === 0 && serving.has(label.fr));
    const answers: boolean[] = [];
    for (const { label, synonyms } of asked) {
      const results = await search(synonyms.fr.at(-1) ?? "");
      answers.push(results.some(({ slug }) => serving.get(label.fr)?.has(slug)));
    }
    expect(answers.filter(Boolean).length / answers.length).toBeGreaterThan(0.9);
  });
});
