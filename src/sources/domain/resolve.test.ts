import { describe, expect, it } from "vitest";
import type { Identity } from "./identities.ts";
import { identityKey, type Known, resolve, sharedIdentities } from "./resolve.ts";

const NONE: ReadonlySet<string> = new Set();
const name: Identity = { kind: "name", value: "grr" };
const repository: Identity = { kind: "repository", value: "github.com/x/grr" };
const site: Identity = { kind: "site-and-name", value: "grr.example grr" };
const wikidata: Identity = { kind: "wikidata", value: "Q1" };
const of = (identity: Identity, slug: string): Known => ({ ...identity, slug });

describe("what a record is", () => {
  it("is a new software when nothing that it says is known", () => {
    expect(resolve([name, repository], [], NONE)).toEqual({ slug: undefined, by: undefined, doubts: [] });
    expect(resolve([name, repository], [of({ kind: "repository", value: "github.com/x/other" }, "other")], NONE).slug).toBeUndefined();
  });

  it("is never known by its name alone: that is a doubt, for each that bears it", () => {
    expect(resolve([name, repository], [of(name, "grr"), of(name, "grr-2"), of(name, "grr")], NONE)).toEqual({
      slug: undefined,
      by: undefined,
      doubts: [
        { slug: "grr", reason: "same-name" },
        { slug: "grr-2", reason: "same-name" },
      ],
    });
  });

  it.each([
    ["wikidata", "Q1"],
    ["repository", "github.com/x/grr"],
    ["site-and-name", "grr.example grr"],
    ["sill", "12"],
    ["comptoir", "12"],
    ["framalibre", "grr"],
    ["cnll", "12"],
    ["wikipedia", "fr:grr"],
  ] as const)("is known by %s, and says so", (kind, value) => {
    expect(resolve([name, { kind, value }], [of({ kind, value }, "grr"), of(name, "namesake")], NONE)).toEqual({
      slug: "grr",
      by: { kind, value },
      doubts: [],
    });
  });

  it("does not take an identifier of one kind for that of another", () => {
    expect(resolve([{ kind: "sill", value: "12" }], [of({ kind: "comptoir", value: "12" }, "grr")], NONE).slug).toBeUndefined();
  });

  it("is what the strongest of its evidence says, the rest being a doubt, in whatever order it was found", () => {
    const known = [
      of(site, "by-site"),
      of(wikidata, "by-wikidata"),
      of(repository, "by-repository"),
      of(name, "by-site"),
      of(name, "by-name"),
    ];
    for (const each of [known, known.toReversed()])
      expect(resolve([name, site, repository, wikidata], each, NONE)).toEqual({
        slug: "by-wikidata",
        by: wikidata,
        doubts: [
          { slug: "by-repository", reason: "evidence-of-both" },
          { slug: "by-site", reason: "evidence-of-both" },
        ],
      });
  });

  it("is settled between two that claim the same evidence by their addresses, and the other is a doubt", () => {
    expect(resolve([repository], [of(repository, "b"), of(repository, "a")], NONE)).toEqual({
      slug: "a",
      by: repository,
      doubts: [{ slug: "b", reason: "evidence-of-both" }],
    });
  });

  it("learns nothing from an identity that several records of its source claim", () => {
    const shared = new Set([identityKey(repository)]);
    expect(resolve([name, repository], [of(repository, "grr")], NONE).slug).toBe("grr");
    expect(resolve([name, repository], [of(repository, "grr")], shared)).toEqual({ slug: undefined, by: undefined, doubts: [] });
    expect(resolve([name, repository], [of(repository, "grr"), of(name, "grr")], shared).doubts).toEqual([
      { slug: "grr", reason: "same-name" },
    ]);
    expect(resolve([repository, site], [of(repository, "other"), of(site, "grr")], shared)).toEqual({ slug: "grr", by: site, doubts: [] });
  });
});

describe("shared identities", () => {
  it("are the strong ones that two records claim: a name is none", () => {
    expect(sharedIdentities([[name, repository], [name, repository, site], [wikidata]])).toEqual(new Set([identityKey(repository)]));
    expect(sharedIdentities([[name, repository, site]])).toEqual(new Set());
    expect(sharedIdentities([])).toEqual(new Set());
  });
});
