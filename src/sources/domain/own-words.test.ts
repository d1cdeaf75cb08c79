import { describe, expect, it } from "vitest";
import { aStatement, someTypedWords } from "../testing.ts";
import { disagreementsOf, mergeStatements } from "./merge.ts";
import { fieldsOf, isSameWords, NO_WORDS, type OwnWords, sinceOf } from "./own-words.ts";
import type { Statement } from "./statement.ts";
import { checkedWords, reasonIssues, type TypedWords } from "./word-check.ts";

type Facts = Parameters<typeof aStatement>[1];

/** What an authority says, on a day of January 2026. */
function said(by: string, day: number, facts: Facts): Statement {
  const statement = aStatement("authority", { name: "", ...facts });
  return { ...statement, sourceId: `authority-${by}`, saidAt: new Date(Date.UTC(2026, 0, day)) };
}
const free = (spdx: string) => ({ spdx, said: spdx, guess: false, free: true });
const NONE = { aliases: [], terms: [], replaces: [] };

const starter = aStatement("starter", {
  name: "GRR",
  freedom: free("GPL-2.0-only"),
  website: "https://grr.example",
  terms: ["salles", "planning"],
  aliases: ["Réservations"],
  replaces: ["exchange", "excel"],
});

describe("what an authority says", () => {
  it("stands above every source, for what it says and nothing else", () => {
    const ours = said("nous", 5, { freedom: free("GPL-3.0-only"), publisher: "Devome" });
    const whole = mergeStatements("grr", [starter, aStatement("publiccode", { freedom: free("MIT") }), ours]);
    expect(whole).toMatchObject({ name: "GRR", freedom: { spdx: "GPL-3.0-only" }, publisher: "Devome", website: "https://grr.example" });
    expect(whole?.provenance).toMatchObject({ name: "starter", licence: "authority-nous", publisher: "authority-nous" });
  });

  it("stands even when it says that nobody knows whether it is free", () => {
    const ours = said("nous", 5, { freedom: { said: "Licence de la ville", free: null } });
    expect(mergeStatements("grr", [starter, ours])?.freedom).toEqual({ spdx: null, said: "Licence de la ville", guess: false, free: null });
  });

  it("adds to the lists of others, and takes away what they say wrongly", () => {
    const ours = said("nous", 5, {
      terms: ["prêt de matériel"],
      aliases: ["Grr-web"],
      denied: { aliases: ["reservations"], terms: ["PLANNING"], replaces: ["excel"] },
    });
    expect(mergeStatements("grr", [starter, ours])).toMatchObject({
      terms: ["prêt de matériel", "salles"],
      aliases: ["Grr-web"],
      replaces: ["exchange"],
    });
  });

  it("gives way to the authority that spoke last, field by field; what is said again as it was keeps its day", () => {
    const since = { licence: "2026-01-02T00:00:00.000Z", website: "2026-01-09T00:00:00.000Z" };
    const ours = said("nous", 9, { freedom: free("MIT"), website: "https://nous.example", since });
    const theirs = said("eux", 5, { freedom: free("EUPL-1.2"), website: "https://eux.example" });
    expect(mergeStatements("grr", [starter, ours, theirs])).toMatchObject({
      freedom: { spdx: "EUPL-1.2" },
      website: "https://nous.example",
    });
  });

  it("comes first on the pages of that authority, were another to have spoken since; what others say is shown with its day", () => {
    const all = [starter, said("nous", 2, { freedom: free("MIT") }), said("eux", 5, { freedom: free("EUPL-1.2") })];
    expect(mergeStatements("grr", all)?.freedom.spdx).toBe("EUPL-1.2");
    expect(mergeStatements("grr", all, "authority-nous")?.freedom.spdx).toBe("MIT");
    expect(mergeStatements("grr", all, "authority-silencieuse")?.freedom.spdx).toBe("EUPL-1.2");
    const [licence] = disagreementsOf(all, "authority-nous");
    expect(licence?.said.map(({ value, saidAt, chosen }) => [value, saidAt.getUTCDate(), chosen])).toEqual([
      ["MIT", 2, true],
      ["EUPL-1.2", 5, false],
      ["GPL-2.0-only", 5, false],
    ]);
  });

  it("what one takes away, another who spoke later may say", () => {
    const ours = said("nous", 2, { denied: { ...NONE, terms: ["planning"] } });
    const theirs = said("eux", 5, { terms: ["planning"] });
    expect(mergeStatements("grr", [starter, ours])?.terms).toEqual(["salles"]);
    expect(mergeStatements("grr", [starter, ours, theirs])?.terms).toEqual(["planning", "salles"]);
  });
});

describe("words", () => {
  const before: OwnWords = { ...NO_WORDS, licence: "MIT", terms: ["salles"] };

  it("keep the day on which each field was said for the first time in these words", () => {
    const first = sinceOf(before, undefined, new Date("2026-01-02"));
    expect(Object.keys(first)).toEqual(["licence", "terms"]);
    const after: OwnWords = { ...before, licence: "EUPL-1.2", name: "GRR" };
    const later = sinceOf(after, { words: before, since: first }, new Date("2026-03-04"));
    expect(later).toEqual({ name: "2026-03-04T00:00:00.000Z", licence: "2026-03-04T00:00:00.000Z", terms: first.terms });
  });

  it("are the same when they say the same, and taking away is saying", () => {
    expect(isSameWords(before, { ...before })).toBe(true);
    expect(isSameWords(before, { ...before, denied: { ...NONE, terms: ["x"] } })).toBe(false);
    expect(fieldsOf({ ...NO_WORDS, denied: { ...NONE, replaces: ["excel"] } })).toEqual(["replaces"]);
    expect(fieldsOf(NO_WORDS)).toEqual([]);
  });
});

describe("what is typed", () => {
  const issuesOf = (typed: Partial<TypedWords>) => checkedWords(someTypedWords(typed)).issues.map(({ field, code }) => `${field} ${code}`);

  it("is read: lines apart, addresses as they are, a page of Wikidata as its identifier", () => {
    const { words, issues } = checkedWords(
      someTypedWords({
        name: " Agora \n ville ",
        terms: "budget participatif\n\n vote \nvote",
        wikidata: "https://www.wikidata.org/wiki/q42",
        endoflife: "https://endoflife.date/postgresql",
        website: "https://agora.example/",
        licence: "GPL version 3",
      }),
    );
    expect(issues).toEqual([]);
    expect(words).toMatchObject({
      name: "Agora ville",
      terms: ["budget participatif", "vote"],
      ...{ wikidata: "Q42", endoflife: "postgresql", website: "https://agora.example/", licence: "GPL version 3", publisher: null },
    });
  });

  it.each<[Partial<TypedWords>, string]>([
    [{ name: "Agora\u202Ellun" }, "name invisible-characters"],
    [{ descriptionFr: "Des mots\u200B cachés" }, "descriptionFr invisible-characters"],
    [{ name: "<script>alert(1)</script>" }, "name markup"],
    [{ terms: "vote\n<img src=x onerror=alert(1)>" }, "terms markup"],
    [{ name: "…!" }, "name no-letter"],
    [{ website: "javascript:alert(1)" }, "website address"],
    [{ website: "agora.example" }, "website address"],
    [{ repository: "https://user:secret@git.example/x" }, "repository address"],
    [{ website: `https://agora.example/${"x".repeat(300)}` }, "website too-long"],
    [{ wikidata: "L42" }, "wikidata wikidata"],
    [{ endoflife: "Post gre" }, "endoflife endoflife"],
    [{ licence: "Gratuit" }, "licence no-licence"],
    [{ licence: "Open Source" }, "licence no-licence"],
    [{ licence: "Logiciel libre !" }, "licence no-licence"],
    [{ terms: "x".repeat(101) }, "terms too-long"],
    [{ aliases: Array.from({ length: 21 }, (_, index) => `nom ${index} x`).join("\n") }, "aliases too-many"],
  ])("is refused when it is wrong: %j", (typed, issue) => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf(typed)).toEqual([issue]);
  });

  it("includes the reason, which others read", () => {
    expect(reasonIssues("Lu sur https://agora.example/licence < 2026")).toEqual([]);
    expect(reasonIssues("<b>Lu</b>")).toEqual([{ field: "reason", code: "markup" }]);
    expect(reasonIssues("Lu\u2066")).toEqual([{ field: "reason", code: "invisible-characters" }]);
  });
});
