import { describe, expect, it } from "vitest";
import { byCost, byDepartment, byInstallation, byLayer, bySoftware, byUser, declaredThen, type Installed } from "./declared.ts";
import { agreedFreedom, ratioOf } from "./share.ts";

let last = 0;
function installed(facts: Partial<Installed> = {}): Installed {
  last += 1;
  return {
    id: `i${last}`,
    name: `Logiciel ${last}`,
    softwareSlug: null,
    free: null,
    layer: "users",
    users: null,
    departments: [],
    ...facts,
  };
}
const CULTURE = { id: "c", name: "Culture" };
const LIBRARY = { id: "b", name: "Bibliothèque" };

describe("a share", () => {
  it("counts what is free among what is known, and what nobody knows apart", () => {
    const all = [installed({ free: true }), installed({ free: true }), installed({ free: false }), installed()];
    expect(byInstallation(all)).toEqual({ free: 2, known: 3, all: 4, unit: "installation" });
    expect(ratioOf(byInstallation(all))).toBeCloseTo(2 / 3);
  });

  it("of nothing is nothing to count, not zero", () => {
    expect(ratioOf(byInstallation([]))).toBeUndefined();
    expect(ratioOf(byInstallation([installed(), installed()]))).toBeUndefined();
    expect(ratioOf(byInstallation([installed({ free: false })]))).toBe(0);
  });
});

describe("by distinct software", () => {
  it("counts two installations of one software once", () => {
    const two = [installed({ softwareSlug: "nextcloud", free: true }), installed({ softwareSlug: "nextcloud", free: true })];
    expect(bySoftware(two)).toMatchObject({ free: 1, known: 1, all: 1 });
    expect(byInstallation(two)).toMatchObject({ free: 2, known: 2, all: 2 });
  });

  it("tells apart by its name what the catalogue does not know, whatever the case and the accents", () => {
    const three = [installed({ name: "Élan" }), installed({ name: "elan " }), installed({ name: "Élans" })];
    expect(bySoftware(three).all).toBe(2);
    expect(bySoftware([installed({ name: "gimp", softwareSlug: "gimp" }), installed({ name: "gimp" })]).all).toBe(2);
  });

  it("takes the word of those who know, and none where they contradict each other", () => {
    expect(agreedFreedom([true, null, true])).toBe(true);
    expect(agreedFreedom([false, null])).toBe(false);
    expect(agreedFreedom([true, false])).toBeNull();
    expect(agreedFreedom([null])).toBeNull();
    const mixed = [installed({ name: "Borne", free: true }), installed({ name: "Borne", free: false })];
    expect(bySoftware(mixed)).toMatchObject({ free: 0, known: 0, all: 1 });
  });
});

it("by layer keeps the order given, and leaves out the layers where there is nothing", () => {
  const all = [installed({ layer: "server", free: true }), installed({ free: false }), installed({ free: true })];
  expect(byLayer(all, ["users", "server", "network"])).toEqual([
    { layer: "users", share: { free: 1, known: 2, all: 2, unit: "installation" } },
    { layer: "server", share: { free: 1, known: 1, all: 1, unit: "installation" } },
  ]);
});

it("by department counts an installation once in each of its departments, and those without department last", () => {
  const shared = installed({ free: true, departments: [CULTURE, LIBRARY] });
  const shares = byDepartment([shared, installed({ free: false, departments: [CULTURE] }), installed({ free: true })]);
  expect(shares.map(({ department, share }) => [department?.name ?? null, share.free, share.known, share.all])).toEqual([
    ["Bibliothèque", 1, 1, 1],
    ["Culture", 1, 2, 2],
    [null, 1, 1, 1],
  ]);
});

describe("by user", () => {
  it("does not take unknown users for none", () => {
    const all = [installed({ free: true, users: 30 }), installed({ free: false, users: 10 }), installed({ free: false, users: null })];
    expect(byUser(all)).toEqual({ free: 30, known: 40, all: 40, unit: "user", uncounted: 1 });
  });

  it("takes none for none", () => {
    expect(byUser([installed({ free: true, users: 0 })])).toEqual({ free: 0, known: 0, all: 0, unit: "user", uncounted: 0 });
    expect(ratioOf(byUser([installed({ free: true, users: 0 })]))).toBeUndefined();
  });
});

describe("by cost", () => {
  const free = installed({ free: true });
  const paid = installed({ free: false });
  const unknown = installed({ free: null });
  const costless = installed({ free: true });
  const all = [free, paid, unknown, costless];

  it("adds up what each installation costs by all its contracts; without amount it is not counted as free of charge", () => {
    const costs = [
      { installationId: free.id, cents: 100_00 },
      { installationId: paid.id, cents: 200_00 },
      { installationId: paid.id, cents: 50_00 },
      { installationId: unknown.id, cents: 25_00 },
    ];
    expect(byCost(all, { costs, contracts: [100_00, 275_00] })).toEqual({
      free: 100_00,
      known: 350_00,
      all: 375_00,
      unit: "cent",
      uncounted: 1,
      elsewhere: 0,
      unattached: 0,
      withoutAmount: 0,
    });
  });

  it("says what goes to what is not in service, to nothing at all, and which contracts have no amount", () => {
    const costs = [
      { installationId: free.id, cents: 60_00 },
      { installationId: "left", cents: 40_00 },
    ];
    expect(byCost(all, { costs, contracts: [150_00, null, null] })).toMatchObject({
      all: 60_00,
      elsewhere: 40_00,
      unattached: 50_00,
      withoutAmount: 2,
      uncounted: 3,
    });
  });

  it("takes a known amount of nothing for nothing", () => {
    expect(byCost([free], { costs: [{ installationId: free.id, cents: 0 }], contracts: [0] })).toMatchObject({ all: 0, uncounted: 0 });
  });
});

it("says nothing of departments and costs in a past that is worked out afterwards", () => {
  expect(declaredThen([installed({ free: true })], ["users"])).toMatchObject({ byDepartment: null, byCost: null });
});
