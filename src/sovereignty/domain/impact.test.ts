import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { Event } from "./event.ts";
import { impactOf } from "./impact.ts";
import type { Holding, Need, Node, RunningContract, World } from "./world.ts";

const TODAY = "2026-03-15" as LocalDate;
const id = (name: string): InstallationId => name as InstallationId;

function aNode(name: string, facts: Partial<Node> = {}): Node {
  const none = { softwareSlug: null, free: null, users: 10, departments: [], hosting: null, hostName: "", dataCountry: null };
  return { id: id(name), name, ...none, ...facts };
}

function aContract(title: string, covers: readonly string[], facts: Partial<RunningContract> = {}): RunningContract {
  const terms = { supplierId: null, supplierName: "Arpège", yearlyAmount: 1_200_000, endsOn: "2027-03-14" as LocalDate, noticeBy: null };
  return { id: title, title, covers: covers.map(id), ...terms, ...facts };
}

const needs = (...pairs: readonly (readonly [string, string])[]): readonly Need[] =>
  pairs.map(([installation, needed]) => ({ installationId: id(installation), neededId: id(needed), kind: "data" }));

function aWorld(parts: Partial<World>): World {
  return { today: TODAY, nodes: [], needs: [], contracts: [], holdings: [], ...parts };
}

const closes: Event = { kind: "supplier-closes", supplierId: null, supplierName: "Arpège" };

describe("who is hit when a supplier closes", () => {
  const nodes = [aNode("enfance"), aNode("portail"), aNode("compta"), aNode("statistiques")];

  it("hits what its contracts cover, then what needs it, nearest first, with the way", () => {
    const contracts = [aContract("Enfance", ["enfance"])];
    const world = aWorld({ nodes, contracts, needs: needs(["portail", "enfance"], ["statistiques", "portail"]) });
    const { hits } = impactOf(world, closes);
    expect(hits.map(({ node, through }) => [node.name, through.map(({ name }) => name)])).toEqual([
      ["enfance", []],
      ["portail", ["enfance"]],
      ["statistiques", ["portail", "enfance"]],
    ]);
  });

  it("hits what it hosts, whatever the writing of its name, and nothing of another's", () => {
    const hosted = [aNode("site", { hostName: "ARPEGE ", hosting: "cloud" }), aNode("forge", { hostName: "Ailleurs", hosting: "cloud" })];
    expect(impactOf(aWorld({ nodes: hosted }), closes).hits.map(({ node }) => node.name)).toEqual(["site"]);
    expect(impactOf(aWorld({ nodes, contracts: [aContract("Autre", ["compta"], { supplierName: "Berger" })] }), closes).hits).toEqual([]);
  });

  it("tells two suppliers of one name apart where the instance knows both, and takes a name written by hand for either", () => {
    const of = (title: string, supplierId: string | null) => aContract(title, [title], { supplierId });
    const contracts = [of("enfance", "one"), of("portail", "other"), of("compta", null)];
    const { hits } = impactOf(aWorld({ nodes, contracts }), { ...closes, supplierId: "one" });
    expect(hits.map(({ node }) => node.name)).toEqual(["enfance", "compta"]);
  });

  it("counts departments once each, and says how many users are not known", () => {
    const shared = { id: "d", name: "Éducation" };
    const two = [aNode("enfance", { departments: [shared], users: 40 }), aNode("portail", { departments: [shared], users: null })];
    const impact = impactOf(aWorld({ nodes: two, contracts: [aContract("Tout", ["enfance", "portail"])] }), closes);
    expect(impact.departments).toEqual([{ ...shared, installations: 2 }]);
    expect(impact.users).toEqual({ known: 40, unknown: 1 });
  });

  it("goes round loops once, and never says more than there is: whatever the interfaces", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const all = names.map((name) => aNode(name));
    const anyNeeds = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 20 });
    fc.assert(
      fc.property(anyNeeds, fc.subarray(names), (pairs, covered) => {
        const world = aWorld({ nodes: all, needs: needs(...pairs), contracts: [aContract("Tout", covered)] });
        const { hits } = impactOf(world, closes);
        const found = new Set(hits.map(({ node }) => node.id));
        expect(found.size).toBe(hits.length);
        // Closed under dependence: whoever needs something hit is hit.
        for (const { installationId, neededId } of world.needs) if (found.has(neededId)) expect(found).toContain(installationId);
        for (const { node, through } of hits) {
          const way = [node, ...through];
          for (const [place, step] of way.slice(0, -1).entries())
            expect(world.needs).toContainEqual({ installationId: step.id, neededId: way[place + 1]?.id, kind: "data" });
          expect(covered).toContain(way.at(-1)?.name);
        }
      }),
    );
  });
});

describe("what it costs", () => {
  it("counts months begun until the end of the term, and a year where there is none", () => {
    const contracts = [
      aContract("Un an", ["a"]),
      aContract("Deux mois et demi", ["a"], { endsOn: "2026-05-31" as LocalDate }),
      aContract("Un mois et un jour", ["a"], { endsOn: "2026-04-15" as LocalDate }),
      aContract("Sans terme", ["a"], { endsOn: null }),
      aContract("Sans montant", ["a"], { yearlyAmount: null }),
    ];
    const impact = impactOf(aWorld({ nodes: [aNode("a")], contracts }), closes);
    expect(impact.contracts.map(({ remaining }) => remaining)).toEqual([1_200_000, 300_000, 200_000, 1_200_000, null]);
  });

  it("reckons a rise on what remains, and stops nothing that depends on it", () => {
    const nodes = [aNode("a"), aNode("b")];
    const contracts = [aContract("Un an", ["a"]), aContract("Deux mois et demi", ["a"], { endsOn: "2026-05-31" as LocalDate })];
    const world = aWorld({ nodes, needs: needs(["b", "a"]), contracts });
    const impact = impactOf(world, { kind: "price-rises", supplierId: null, supplierName: "Arpège", percent: 30 });
    expect(impact.hits.map(({ node }) => node.name)).toEqual(["a"]);
    expect(impact.contracts.map(({ rise }) => rise)).toEqual([360_000, 90_000]);
  });

  it("says when the day for notice is past, the day itself not included", () => {
    const notice = (day: string) => aContract(day, ["a"], { noticeBy: day as LocalDate });
    const contracts = [notice("2026-03-14"), notice("2026-03-15")];
    const impact = impactOf(aWorld({ nodes: [aNode("a")], contracts }), closes);
    expect(impact.contracts.map(({ noticeIsPast }) => noticeIsPast)).toEqual([true, false]);
  });
});

describe("other events", () => {
  const nodes = [
    aNode("a", { softwareSlug: "x", hosting: "on-premises" }),
    aNode("b", { softwareSlug: "y", hosting: "operator", hostName: "Syndicat" }),
    aNode("c"),
  ];
  const needed = needs(["c", "a"]);

  it("a software that ends hits what runs it and what needs that; a licence that changes stops nothing", () => {
    const world = aWorld({ nodes, needs: needed });
    expect(impactOf(world, { kind: "software-ends", slug: "x", on: null }).hits.map(({ node }) => node.name)).toEqual(["a", "c"]);
    expect(impactOf(world, { kind: "licence-changes", slug: "x" }).hits.map(({ node }) => node.name)).toEqual(["a"]);
  });

  it("our own premises are a place like another; where nobody said, nothing is supposed", () => {
    const world = aWorld({ nodes, needs: needed });
    expect(impactOf(world, { kind: "host-is-lost", hostName: "" }).hits.map(({ node }) => node.name)).toEqual(["a", "c"]);
    expect(impactOf(world, { kind: "host-is-lost", hostName: "syndicat" }).hits.map(({ node }) => node.name)).toEqual(["b"]);
  });

  it("somebody who leaves takes what they alone can do, which comes first", () => {
    const holding = (installation: string, personId: string, ...abilities: string[]): Holding => ({
      installationId: id(installation),
      holder: "person",
      personId,
      supplierId: null,
      name: personId,
      abilities,
    });
    const holdings = [holding("a", "Rose", "repair", "train"), holding("a", "Paul", "train"), holding("b", "Paul", "repair")];
    const { hits, lost } = impactOf(aWorld({ nodes, holdings }), { kind: "person-leaves", personId: "Rose" });
    expect(hits.map(({ node }) => node.name)).toEqual(["a"]);
    expect(lost.map(({ ability, left }) => [ability, left.map(({ name }) => name)])).toEqual([
      ["repair", []],
      ["train", ["Paul"]],
    ]);
  });
});
