import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readThesaurus, thesaurusFiles } from "./read-thesaurus.ts";

const read = (...texts: readonly string[]) => readThesaurus(texts.map((text, index) => ({ name: `${index + 1}.yml`, text })));
const ROOMS = "- label: { fr: réservation de salles, en: room booking }\n";

describe("the thesaurus", () => {
  it("says what software is for, and how people say it", () => {
    const text = `${ROOMS}  synonyms:
    fr: [location de salles, salle des fêtes]
    en: [venue booking]
  categories: [online-booking]
  related: [prêt de matériel]
- label: { fr: " prêt de matériel ", en: loans }
`;
    expect(read(text)).toMatchObject({
      entries: [
        {
          label: { fr: "réservation de salles", en: "room booking" },
          synonyms: { fr: ["location de salles", "salle des fêtes"], en: ["venue booking"] },
          categories: ["online-booking"],
          related: ["prêt de matériel"],
        },
        { label: { fr: "prêt de matériel", en: "loans" }, synonyms: { fr: [], en: [] }, categories: [], related: [] },
      ],
      skipped: [],
    });
  });

  it.each([
    ["is no object", "- text"],
    ["is null", "- "],
    ["has no label", "- synonyms: { fr: [salle] }"],
    ["has a label in one language", "- label: { fr: salles }"],
    ["has an empty label", '- label: { fr: " ", en: x }'],
    ["has a label too long", `- label: { fr: ${"x".repeat(101)}, en: x }`],
    ["has a number for a synonym", "- { label: { fr: a, en: a }, synonyms: { fr: [12] } }"],
    ["has a text for its synonyms", "- { label: { fr: a, en: a }, synonyms: { fr: salle } }"],
    ["has synonyms that are null", "- { label: { fr: a, en: a }, synonyms: null }"],
    ["has too many synonyms", `- { label: { fr: a, en: a }, synonyms: { fr: [${Array(41).fill("x").join(", ")}] } }`],
    ["has a key that is unknown", "- { label: { fr: a, en: a }, synonyme: [b] }"],
  ])("leaves out an entry that %s, says which, and keeps those beside it", (_, entry) => {
    const { entries, skipped } = read(`${ROOMS}${entry}\n- label: { fr: après, en: after }\n`);
    expect(entries.map(({ label }) => label.fr)).toEqual(["réservation de salles", "après"]);
    expect(skipped).toEqual([{ file: "1.yml", reason: expect.stringMatching(/^2: ./) }]);
  });

  it.each([
    ["is broken", "- label: { fr: [", /./],
    ["is empty", "", /not a list/],
    ["is an object", "label: { fr: a, en: a }", /not a list/],
    ["holds references, by which a small text becomes a huge one", "- &a { label: { fr: a, en: a } }\n- *a", /alias/i],
    ["holds a key twice", "- label: { fr: a, en: a }\n  label: { fr: b, en: b }", /unique/i],
  ])("leaves out a file that %s, says why, and keeps the others", (_, text, reason) => {
    const { entries, skipped } = read(text, ROOMS);
    expect(entries.map(({ label }) => label.en)).toEqual(["room booking"]);
    expect(skipped).toEqual([{ file: "1.yml", reason: expect.stringMatching(reason) }]);
  });

  it("keeps the first place of a label that is met twice, whatever its capitals", () => {
    const { entries, skipped } = read(ROOMS, "- label: { fr: RÉSERVATION de salles, en: other }\n");
    expect(entries.map(({ label }) => label.en)).toEqual(["room booking"]);
    expect(skipped).toEqual([{ file: "2.yml", reason: "1: RÉSERVATION de salles is there already" }]);
  });
});

describe("the files of the thesaurus", () => {
  it("are those of its folder that end in .yml, in their order; none where there is no folder", () => {
    const folder = mkdtempSync(join(tmpdir(), "beffroi-thesaurus-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of ["b.yml", "a.yml", "README.md", "c.yml.bak"]) writeFileSync(join(folder, name), name);
    mkdirSync(join(folder, "inside"));
    expect(thesaurusFiles(folder)).toEqual([
      { name: "a.yml", text: "a.yml" },
      { name: "b.yml", text: "b.yml" },
    ]);
    expect(thesaurusFiles(join(folder, "nowhere"))).toEqual([]);
  });
});
