import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aStatement } from "../testing.ts";
import { disagreementsOf, mergeStatements } from "./merge.ts";
import type { ReadFreedom, Statement } from "./statement.ts";

const merged = (...statements: readonly Statement[]) => mergeStatements("grr", statements);
const free = (spdx: string): ReadFreedom => ({ spdx, said: spdx, guess: false, free: true });

describe("a software made of what sources say", () => {
  it("is nothing when nothing is said", () => {
    expect(mergeStatements("grr", [])).toBeUndefined();
    expect(disagreementsOf([])).toEqual([]);
  });

  it("believes, field by field, those who know best, and remembers whose word it is", () => {
    const told = (format: string, licence: string): Statement =>
      aStatement(format, {
        name: `GRR of ${format}`,
        publisher: `publisher of ${format}`,
        website: `https://${format}.example`,
        repository: `https://github.com/${format}/grr`,
        descriptionFr: `fr of ${format}`,
        descriptionEn: `en of ${format}`,
        categories: [format],
        wikidata: `Q${format.length}`,
        freedom: free(licence),
      });
    const whole = merged(told("sill", "MIT"), told("publiccode", "EUPL-1.2"), told("starter", "GPL-3.0-only"), told("comptoir", "0BSD"));
    expect(whole).toMatchObject({
      name: "GRR of starter",
      publisher: "publisher of starter",
      descriptionFr: "fr of starter",
      descriptionEn: "en of starter",
      categories: ["starter"],
      wikidata: "Q7",
      freedom: { spdx: "EUPL-1.2" },
      website: "https://publiccode.example",
      repository: "https://github.com/publiccode/grr",
    });
    const { name, licence, website, repository } = whole?.provenance ?? {};
    expect([name, licence, website, repository]).toEqual(["starter", "publiccode", "publiccode", "publiccode"]);
  });

  it("takes a field that the most believed leave empty from the next who says something", () => {
    const silent = aStatement("starter", { name: "GRR" });
    const speaking = aStatement("awesome-selfhosted", {
      name: "GRR",
      descriptionEn: "Booking.",
      website: "https://grr.example",
      freedom: free("MIT"),
    });
    const whole = merged(silent, speaking);
    expect(whole).toMatchObject({ descriptionEn: "Booking.", website: "https://grr.example", freedom: { spdx: "MIT", free: true } });
    expect(whole?.provenance).toEqual({
      name: "starter",
      descriptionEn: "awesome-selfhosted",
      website: "awesome-selfhosted",
      licence: "awesome-selfhosted",
    });
  });

  it("prefers a licence that tells free from not free to one that does not, were it less believed", () => {
    const vague = aStatement("publiccode", { freedom: { said: "GPL", free: null } });
    const clear = aStatement("sill", { freedom: free("GPL-2.0-only") });
    expect(merged(vague)?.freedom).toEqual({ spdx: null, said: "GPL", guess: false, free: null });
    expect(merged(vague, clear)).toMatchObject({ freedom: { spdx: "GPL-2.0-only", free: true }, provenance: { licence: "sill" } });
    const notFree = aStatement("comptoir", { freedom: { said: "⊘ Proprietary", free: false } });
    expect(merged(vague, notFree)?.freedom).toMatchObject({ said: "⊘ Proprietary", free: false });
    expect(merged(clear, notFree)?.freedom).toMatchObject({ spdx: "GPL-2.0-only", free: true });
    expect(merged(aStatement("sill", {}))?.freedom).toEqual({ spdx: null, said: null, guess: false, free: null });
  });

  it("keeps every other name as an alias, once, in whatever way it is written", () => {
    const statements = [
      aStatement("sill", { key: "1", name: "GRR (devome)", aliases: ["Gestion de Ressources", "…"] }),
      aStatement("starter", { name: "GRR", aliases: ["gestion de ressources", "Réservations"] }),
      aStatement("comptoir", { key: "2", name: "G.R.R.", aliases: ["Reservations", "GRR-web"] }),
    ];
    expect(merged(...statements)).toMatchObject({ name: "GRR", aliases: ["gestion de ressources", "Réservations", "GRR-web"] });
  });

  it("is archived as soon as one source says so, and bounds what it gathers", () => {
    const many = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}x`);
    const whole = merged(
      aStatement("starter", { terms: ["Salles"], categories: many("c", 9), platforms: ["web"] }),
      aStatement("sill", { archived: true, terms: ["salles", ...many("t", 60)], aliases: many("a", 60), platforms: ["linux", "web"] }),
    );
    expect(whole).toMatchObject({ archived: true, platforms: ["web", "linux"] });
    expect([whole?.terms.length, whole?.aliases.length, whole?.categories.length]).toEqual([40, 20, 6]);
    expect(whole?.terms.slice(0, 2)).toEqual(["Salles", "t0x"]);
    expect(merged(aStatement("sill", {}))?.archived).toBe(false);
  });

  it("is the same in whatever order the statements come", () => {
    const text = fc.option(fc.constantFrom("GRR", "grr", "Gérer", "gerer", "MRBS", "https://grr.example/", "https://GRR.example"), {
      nil: null,
    });
    const list = fc.array(fc.constantFrom("Salles", "salles", "prêt", "pret", "planning"), { maxLength: 4 });
    const freedom = fc.constantFrom<Partial<ReadFreedom>>({}, { said: "GPL" }, free("MIT"), free("EUPL-1.2"), { said: "no", free: false });
    const facts = fc.record({
      format: fc.constantFrom("starter", "sill", "publiccode", "comptoir", "cnll", "awesome-selfhosted", "authority"),
      key: fc.constantFrom("1", "2", "10", "a", "A", "é", "https://x.example/y"),
      name: fc.constantFrom("GRR", "grr", "Gestion", "GESTION 2", "MRBS"),
      ...{ publisher: text, website: text, repository: text, descriptionFr: text, descriptionEn: text, wikidata: text },
      ...{ aliases: list, terms: list, categories: list, platforms: list },
      archived: fc.boolean(),
      freedom,
    });
    const statements = fc.uniqueArray(facts, { selector: ({ format, key }) => `${format} ${key}`, minLength: 2, maxLength: 6 });
    const shuffled = statements.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, otherwise]) => {
        const of = (each: typeof all): readonly Statement[] => each.map(({ format, ...said }) => aStatement(format, said));
        expect(mergeStatements("grr", of(otherwise))).toEqual(mergeStatements("grr", of(all)));
        expect(disagreementsOf(of(otherwise))).toEqual(disagreementsOf(of(all)));
      }),
    );
  });
});

describe("a disagreement", () => {
  it("is two different facts, each with who says it, the one chosen first", () => {
    const statements = [
      aStatement("sill", { website: "https://grr.example", freedom: free("MIT") }),
      aStatement("publiccode", { website: "https://devome.example", freedom: free("EUPL-1.2") }),
      aStatement("comptoir", { website: "https://grr.example/", wikidata: "Q1", freedom: free("MIT") }),
    ];
    const saidAt = statements[0]?.saidAt;
    expect(disagreementsOf(statements)).toEqual([
      {
        field: "licence",
        said: [
          { sourceId: "publiccode", value: "EUPL-1.2", saidAt, chosen: true },
          { sourceId: "sill", value: "MIT", saidAt, chosen: false },
        ],
      },
      {
        field: "website",
        said: [
          { sourceId: "publiccode", value: "https://devome.example", saidAt, chosen: true },
          { sourceId: "comptoir", value: "https://grr.example/", saidAt, chosen: false },
        ],
      },
    ]);
  });

  it("is not two spellings of one fact, nor two ways of describing", () => {
    const statements = [
      aStatement("sill", {
        name: "GRR",
        repository: "https://github.com/x/grr.git",
        website: "http://www.grr.example/",
        descriptionFr: "Un.",
      }),
      aStatement("comptoir", {
        name: "g.r.r.",
        repository: "https://github.com/X/GRR",
        website: "https://grr.example",
        descriptionFr: "Deux.",
      }),
    ];
    expect(disagreementsOf(statements)).toEqual([]);
  });

  it("chooses the licence that is shown", () => {
    const statements = [aStatement("publiccode", { freedom: { said: "GPL" } }), aStatement("sill", { freedom: free("GPL-2.0-only") })];
    const [licence] = disagreementsOf(statements);
    expect(licence?.said.find(({ chosen }) => chosen)?.value).toBe(merged(...statements)?.freedom.spdx);
    expect(licence?.said).toHaveLength(2);
  });
});
