import { describe, expect, it } from "vitest";
import { guessedLayout, isMatched, layoutRefusals } from "./matching.ts";
import { SOME_WORDS } from "./testing.ts";

const guessed = (...headings: string[]) => guessedLayout(headings, SOME_WORDS);

describe("the columns of a file", () => {
  it("are understood by their words, whatever their case, accents and punctuation", () => {
    expect(guessed("LOGICIEL", "État", "Pays des données :", "Prix")).toEqual(["name", "state", "country", null]);
  });

  it("are guessed by likeness where no word is the same", () => {
    expect(guessed("Nom", "Hebergeurs", "Criticitée", "Utilisateur")).toEqual(["name", "host", "criticality", "users"]);
    expect(guessed("Nom", "x", "", "zzzzzzzzz")).toEqual(["name", null, null, null]);
  });

  it("mean each a different thing: what is said exactly goes before what is like it", () => {
    expect(guessed("Versions", "Version")).toEqual([null, "version"]);
    expect(guessed("Versions")).toEqual(["version"]);
    expect(guessed("nom", "nom")).toEqual(["name", null]);
  });

  it("are refused without a name, or with one thing given twice", () => {
    expect(isMatched(["name", null, "users"])).toBe(true);
    expect(layoutRefusals([null, "users"])).toEqual([{ kind: "no-name-column" }]);
    expect(layoutRefusals(["name", "users", "users"])).toEqual([{ kind: "column-twice", column: "users", places: [1, 2] }]);
  });

  it("are guessed in little time, be they two hundred", () => {
    const begun = performance.now();
    guessed(...Array.from({ length: 200 }, (_, index) => `Une colonne quelconque ${index} ${"z".repeat(150)}`));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
