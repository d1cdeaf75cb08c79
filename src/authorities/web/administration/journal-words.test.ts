import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as en from "./journal-words.en.ts";
import * as fr from "./journal-words.fr.ts";

const SOURCES = globSync("src/*/usecases/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
/** A state is written by a use case as `installation-${state}`. */
const STATES = ["planned", "pilot", "in-service", "leaving", "retired"];

function written(pattern: RegExp): readonly string[] {
  return [...new Set(SOURCES.flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map(([, word]) => word ?? "")))];
}

describe("the words of the journal", () => {
  for (const [language, { SUBJECTS, WHATS }] of Object.entries({ fr, en })) {
    it(`say everything that is written in it: ${language}`, () => {
      const whats = [...written(/what: "([a-z-]+)"/g), ...STATES.map((state) => `installation-${state}`), "demonstration-made"];
      expect(whats.length).toBeGreaterThan(40);
      expect(whats.filter((what) => WHATS[what] === undefined)).toEqual([]);
    });

    it(`name everything that it is about: ${language}`, () => {
      const subjects = written(/subject: \{ type: "([a-z-]+)"/g);
      expect(subjects.length).toBeGreaterThan(15);
      expect(subjects.filter((subject) => SUBJECTS[subject] === undefined)).toEqual([]);
    });
  }
});
