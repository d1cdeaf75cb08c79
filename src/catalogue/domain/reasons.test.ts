import { describe, expect, it } from "vitest";
import type { Asked } from "./readings.ts";
import { type Hit, reasonsOf } from "./reasons.ts";

const asked = (...words: readonly string[]): readonly Asked[] =>
  words.map((word, at) => ({ at, typed: word, weight: 1, readings: [{ kind: "exact", written: word, word, likeness: 1, software: 5 }] }));
const hit = (index: number, place: Hit["place"], phrase: string | null, more: Partial<Hit> = {}): Hit => ({
  asked: index,
  word: "",
  place,
  phrase,
  about: null,
  size: 1,
  label: null,
  ...more,
});

describe("why a software was found", () => {
  it("begins with what it replaces, then its names, its business words, its category and its description", () => {
    const words = asked("a", "b", "c", "d");
    const hits = [
      hit(3, "description", null),
      hit(2, "category", "Paie", { about: "payroll", label: { fr: "paie", en: "payroll" } }),
      hit(1, "term", "paie"),
      hit(0, "replaces", "Word", { about: "microsoft-office" }),
    ];
    expect(reasonsOf(hits, words).map(({ kind }) => kind)).toEqual(["replaces", "term", "category", "description"]);
  });

  it("gives the phrase that explains most words, and no second reason for the same ones", () => {
    const words = asked("réservation", "salles");
    const hits = [
      hit(0, "term", "réservation de matériel", { size: 2 }),
      hit(0, "term", "réservation de salles", { size: 2 }),
      hit(1, "term", "réservation de salles", { size: 2 }),
      hit(1, "description", null),
    ];
    expect(reasonsOf(hits, words)).toEqual([{ kind: "term", term: "réservation de salles" }]);
  });

  it("prefers the phrase that was met whole", () => {
    const hits = [hit(0, "term", "plan de salle", { size: 2 }), hit(0, "term", "salle", { size: 1 })];
    expect(reasonsOf(hits, asked("salle"))).toEqual([{ kind: "term", term: "salle" }]);
  });

  it("names the words of the description that nothing else explains, in the order typed", () => {
    const hits = [hit(2, "description", null), hit(0, "description", null), hit(1, "name", "GRR"), hit(1, "description", null)];
    expect(reasonsOf(hits, asked("planning", "grr", "salles"))).toEqual([
      { kind: "name", name: "GRR" },
      { kind: "description", words: ["planning", "salles"] },
    ]);
  });

  it("says what was typed beside what was read, where they differ", () => {
    const misspelt: readonly Asked[] = [
      {
        at: 0,
        typed: "sondaje",
        weight: 1,
        readings: [{ kind: "spelling", written: "sondage", word: "sondag", likeness: 0.85, software: 5 }],
      },
    ];
    expect(reasonsOf([hit(0, "term", "sondage", { word: "sondag" })], misspelt)).toEqual([
      { kind: "likeness", typed: "sondaje", read: "sondage" },
    ]);
  });
});
