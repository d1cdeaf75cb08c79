import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InstallationId } from "#src/kernel/ids.ts";
import { type Mapped, type MappedWorld, type MapView, mapOf, NOWHERE, PREMISES } from "./map.ts";

const EVERYTHING: MapView = { department: undefined, host: undefined, layer: undefined };
const id = (name: string): InstallationId => name as InstallationId;

function aNode(name: string, facts: Partial<Mapped> = {}): Mapped {
  const none = { softwareSlug: null, free: null, users: null, departments: [], hosting: null, hostName: "", dataCountry: null };
  return { id: id(name), name, ...none, layer: "users", governingLaw: [], ...facts };
}

const cloud = (hostName: string): Partial<Mapped> => ({ hosting: "cloud", hostName });
const need = (from: string, to: string) => ({ installationId: id(from), neededId: id(to), kind: "data" });
const contract = (supplierName: string, ...covers: string[]) => ({ supplierId: null, supplierName, covers: covers.map(id) });

function drawn(world: Partial<MappedWorld>, view: Partial<MapView> = {}, most?: number) {
  const map = mapOf({ nodes: [], needs: [], contracts: [], ...world }, { ...EVERYTHING, ...view }, most);
  return { ...map, lines: map.ties.map(({ from, to, kind, count }) => `${from} > ${to} (${kind} ${count})`) };
}

describe("the map", () => {
  it("ties installations to what they need, where they run, who is paid for them, and whose law holds there", () => {
    const nodes = [
      aNode("paie", { ...cloud("Nuage SA"), dataCountry: "FR", governingLaw: ["FR", "US"] }),
      aNode("annuaire", { hosting: "on-premises" }),
    ];
    const { lines } = drawn({ nodes, needs: [need("paie", "annuaire")], contracts: [contract("Éditeur", "paie")] });
    expect(lines).toEqual([
      "paie > annuaire (needs 1)",
      "paie > organisation nuage sa (host 1)",
      "organisation nuage sa > country FR (country 1)",
      "organisation nuage sa > country US (country 1)",
      `annuaire > ${PREMISES} (host 1)`,
      "paie > organisation editeur (contract 1)",
    ]);
  });

  it("draws once who hosts and has a contract under one name, however it is written", () => {
    const { things } = drawn({ nodes: [aNode("a", cloud("ARPEGE "))], contracts: [contract("Arpège", "a")] });
    expect(things.filter(({ kind }) => kind === "organisation")).toHaveLength(1);
    expect(things[1]).toMatchObject({ supplier: "arpege", host: "arpege" });
  });

  it("goes nearer by department, place or layer, and counts the interfaces that lead out", () => {
    const nodes = [aNode("a", { departments: [{ id: "d", name: "Culture" }] }), aNode("b", { ...cloud("X"), layer: "server" }), aNode("c")];
    const world = { nodes, needs: [need("a", "b"), need("b", "c")] };
    expect(drawn(world, { department: "d" })).toMatchObject({ inView: 1, drawn: 1, all: 3, leadingOut: 1 });
    expect(drawn(world, { layer: "server" })).toMatchObject({ inView: 1, leadingOut: 2 });
    expect(drawn(world, { host: NOWHERE }).inView).toBe(2);
    expect(drawn(world, { host: "ailleurs" })).toMatchObject({ inView: 0, things: [], lines: [] });
  });

  it("groups what is too much by place, then by layer, then draws the first only", () => {
    const nodes = ["a", "b", "c", "d"].map((name) => aNode(name, name < "c" ? cloud("X") : { hosting: "on-premises" }));
    const world = { nodes, needs: [need("a", "c"), need("b", "c"), need("a", "b")] };
    const { things, lines, drawn: count } = drawn(world, {}, 3);
    expect(things.filter(({ kind }) => kind === "group")).toHaveLength(2);
    expect(lines).toContain(`host x > host ${PREMISES} (needs 2)`);
    expect(count).toBe(4);
    const layered = nodes.map((node, index) => ({ ...node, ...cloud("X"), layer: index === 0 ? "server" : "users" }));
    expect(drawn({ nodes: layered }, {}, 3).things[0]).toMatchObject({ kind: "group", by: "layer", key: "users" });
    const alike = nodes.map((node) => ({ ...node, ...cloud("X") }));
    expect(drawn({ nodes: alike }, {}, 3)).toMatchObject({ inView: 4, drawn: 3 });
  });

  it("is bounded and whole: every tie has its two ends, and no installation is drawn twice", () => {
    const anyNode = fc.record({ host: fc.constantFrom("", "X", "Y", "Z"), layer: fc.constantFrom("users", "server") });
    const anyWorld = fc.record({
      nodes: fc.array(anyNode, { maxLength: 30 }),
      needs: fc.array(fc.tuple(fc.nat(35), fc.nat(35)), { maxLength: 40 }),
      most: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(anyWorld, ({ nodes, needs, most }) => {
        const all = nodes.map(({ host, layer }, index) => aNode(String(index), { hosting: "cloud", hostName: host, layer }));
        const world = { nodes: all, needs: needs.map(([from, to]) => need(String(from), String(to))) };
        const { things, ties } = drawn({ ...world, contracts: [contract("S", ...all.map(({ name }) => name))] }, {}, most);
        const ids = things.map((thing) => thing.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(things.filter(({ kind }) => kind === "installation" || kind === "group").length).toBeLessThanOrEqual(most);
        for (const { from, to } of ties) expect([ids.includes(from), ids.includes(to), from === to]).toEqual([true, true, false]);
      }),
    );
  });
});
