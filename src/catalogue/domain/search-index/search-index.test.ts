import { describe, expect, it } from "vitest";
import { factsOfWords } from "../ranking/known-words.ts";
import { categoryCounts } from "./category-counts.ts";
import { newSearchIndex } from "./search-index.ts";
import type { IndexedSoftware } from "./software-table.ts";

const software = (slug: string, word: string, more: Partial<IndexedSoftware> = {}): IndexedSoftware => ({
  slug,
  free: true,
  categories: ["maps"],
  replaces: [],
  references: 0,
  sayings: [
    { place: "name", phrase: slug, about: null, strength: 1, words: [slug, slug, "1"] },
    { place: "term", phrase: word, about: null, strength: 0.9, words: [word, word, "1"] },
  ],
  functions: [],
  ...more,
});

function anIndex(...all: readonly IndexedSoftware[]) {
  const label = { fr: "cartes", en: "maps" };
  const functionWords = [{ functionId: 1, phrase: "cartographie", written: "cartographie", word: "cartographi", size: 1 }];
  const index = newSearchIndex({ categories: [{ id: "maps", label }], ignored: ["gestion"], functions: [{ id: 1, label }], functionWords });
  for (const each of all) index.add(each);
  index.settle();
  return index;
}

const factOf = (index: ReturnType<typeof anIndex>, written: string) =>
  factsOfWords(index, [{ at: 0, span: 1, typed: written, written, word: written }], false)[0];

describe("the words of the index", () => {
  it("are counted in software and functions, and known as names", () => {
    const index = anIndex(software("qgis", "carte"), software("geotrek", "carte"));
    expect(factOf(index, "carte")).toMatchObject({ software: 2, named: false });
    expect(factOf(index, "qgis")).toMatchObject({ software: 1, named: true });
    expect(factOf(index, "gestion")).toMatchObject({ software: 0, ignored: true, lookalikes: [] });
    expect(factOf(index, "cartographi")).toMatchObject({ software: 1 });
  });

  it("are looked for among misspellings and beginnings", () => {
    const index = anIndex(software("qgis", "carte"), software("geotrek", "cartes-routieres"));
    expect(factOf(index, "geotrekk")?.lookalikes.map(({ written }) => written)).toEqual(["geotrek"]);
    expect(factOf(index, "geo")?.longer.map(({ written }) => written)).toEqual(["geotrek"]);
  });

  it("are forgotten with the software that said them, and found with those that come", () => {
    const index = anIndex(software("qgis", "carte"), software("geotrek", "carte"));
    expect(factOf(index, "geotrekk")?.lookalikes).toHaveLength(1);
    index.replace(["geotrek"], [software("geotrek", "randonnee", { free: false })]);
    expect(factOf(index, "carte")).toMatchObject({ software: 1 });
    expect(factOf(index, "randonnee")).toMatchObject({ software: 1 });
    expect(categoryCounts(index)).toEqual([{ id: "maps", label: { fr: "cartes", en: "maps" }, free: 1, all: 2 }]);
    index.replace(["geotrek", "never-there"], []);
    expect(factOf(index, "geotrekk")?.lookalikes).toEqual([]);
    expect(factOf(index, "geo")?.longer).toEqual([]);
    expect(index.software.count()).toBe(1);
    expect(index.wasted()).toBeGreaterThan(0.5);
  });
});
