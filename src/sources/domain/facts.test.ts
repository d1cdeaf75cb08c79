import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, calendarDayOf, cutAtWord, lineOf, linesOf, namedBy, sirenOf, wikidataOf } from "./facts.ts";

describe("a line of text", () => {
  it("has its white space collapsed and its control characters removed", () => {
    expect(lineOf("  Publik\n\tde   l’Entr’ouvert ")).toBe("Publik de l’Entr’ouvert");
    expect(lineOf("Pub\u0000lik\u0007")).toBe("Publik");
  });

  it("has its accents composed", () => {
    expect(lineOf("De\u0301marches")).toBe("Démarches");
  });

  it("has nothing that hides or turns round what stands beside it", () => {
    expect(lineOf("a\u202Eb\u200Bc\uFEFFd\u00ADe")).toBe("abcde");
    expect(lineOf("a\uD800b")).toBe("ab");
    expect(lineOf(`a${"\u0301".repeat(3000)}b`)).toBe("ab");
  });

  it("leaves markup as text, for pages to escape", () => {
    expect(lineOf("<b>GLPI</b>")).toBe("<b>GLPI</b>");
  });

  it("is the first of a list, and the figures of a number", () => {
    expect(lineOf(["", null, "MIT", "GPL"])).toBe("MIT");
    expect(lineOf(12)).toBe("12");
  });

  it("is nothing where there is no text", () => {
    for (const value of [null, undefined, "", " \n", true, {}, [], [[["x"]]], Number.NaN]) expect(lineOf(value)).toBeNull();
  });

  it("takes no time for ten megabytes", () => {
    const started = performance.now();
    lineOf("e\u0301 ".repeat(4_000_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("a name", () => {
  it("is cut at a word above 100 characters, and refused above 200", () => {
    expect(namedBy("GLPI")).toEqual({ kind: "name", name: "GLPI", cut: false });
    expect(namedBy("mot ".repeat(30))).toEqual({ kind: "name", name: `${"mot ".repeat(24)}mot…`, cut: true });
    expect(namedBy("x".repeat(201))).toEqual({ kind: "too-long" });
    expect(namedBy([])).toEqual({ kind: "no-name" });
  });
});

describe("a cut text", () => {
  it("is never longer than asked for, and never ends inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const cut = cutAtWord(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(cut)).toBe(false);
      }),
    );
  });
});

describe("lines", () => {
  it("come from a list or from one text, without empties nor repeats", () => {
    expect(linesOf(["MIT", " MIT ", "", null, 3, ["x"]]).lines).toEqual(["MIT", "3"]);
    expect(linesOf("MIT").lines).toEqual(["MIT"]);
    expect(linesOf(undefined).lines).toEqual([]);
  });

  it("are at most fifty; those too long are left out; both are said", () => {
    const many = linesOf(Array.from({ length: 60 }, (_, index) => `term ${index}`));
    expect([many.lines.length, many.problems]).toEqual([50, ["too-many"]]);
    expect(linesOf(["short", "x".repeat(101)])).toEqual({ lines: ["short"], problems: ["too-long"] });
  });
});

describe("an address", () => {
  it("is of the web, and stays as written", () => {
    expect(addressOf(" https://www.glpi-project.org ")).toEqual({ url: "https://www.glpi-project.org", problem: null });
    expect(addressOf('https://exemple.fr/a "b"').url).toBe("https://exemple.fr/a%20%22b%22");
  });

  it("is none where it would run a program, give a password or lead nowhere", () => {
    const bad = [
      "javascript:alert(1)",
      "data:text/html,x",
      "git://git.apache.org/x.git",
      "git@github.com:x/y.git",
      "//exemple.fr",
      "exemple.fr",
    ];
    for (const text of [...bad, "https://me@exemple.fr/", "https://me:secret@exemple.fr/", "https://localhost/", "http://", "N/A"])
      expect(addressOf(text), text).toEqual({ url: null, problem: "not-an-address" });
    expect(addressOf(`https://exemple.fr/${"x".repeat(300)}`)).toEqual({ url: null, problem: "too-long" });
    expect(addressOf([])).toEqual({ url: null, problem: null });
  });
});

describe("identifiers and days", () => {
  it("finds a Wikidata identifier alone, in an address, in an object", () => {
    for (const value of [
      "Q10135",
      "q10135",
      "https://www.wikidata.org/wiki/Q10135",
      "http://www.wikidata.org/entity/Q10135",
      { id: "Q10135" },
    ])
      expect(wikidataOf(value)).toBe("Q10135");
    for (const value of ["P31", "Q0", "https://exemple.fr/Q10135", [], {}, 10135, "Q10135 Q42"]) expect(wikidataOf(value)).toBeNull();
  });

  it("knows the days of the calendar", () => {
    expect(calendarDayOf("2024-02-29")).toBe("2024-02-29");
    expect(calendarDayOf("2026-11-21T10:00:00Z")).toBe("2026-11-21");
    for (const value of ["2026-02-29", "2026-13-01", "21/11/2026", true, 20261121, "", {}]) expect(calendarDayOf(value)).toBeNull();
  });

  it("keeps a SIREN whose check digit is right", () => {
    expect(sirenOf("449 989 573")).toBe(sirenOf("449989573"));
    expect(sirenOf("732829320")).toBe("732829320");
    for (const value of ["732829321", "73282932", {}, null, "SIREN"]) expect(sirenOf(value)).toBeNull();
  });
});
