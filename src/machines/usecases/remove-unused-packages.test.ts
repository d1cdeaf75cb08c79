import { beforeEach, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { compileRules } from "../domain/mapping.ts";
import { aPackage, NO_RULES, reported } from "../testing.ts";
import { choosePackage } from "./choose-package.ts";
import { packageDictionary } from "./package-dictionary.ts";
import { removeUnusedPackages } from "./remove-unused-packages.ts";

const deps = await testDeps();
const { db, clock } = deps;
const rules = compileRules([
  { family: "deb", pattern: "gimp", verdict: "software", slug: "gimp" },
  { family: "deb", pattern: "libc6", verdict: "part" },
]);
const names = async (): Promise<readonly string[]> =>
  (await db.selectFrom("package").select("name").orderBy("name").execute()).map(({ name }) => name);
const has = (town: TestAuthority, ...packages: readonly string[]) =>
  reported(deps, town.id, { packages: packages.map((name) => aPackage(name)) }, { rules });

let town: TestAuthority;
beforeEach(async () => {
  await db.deleteFrom("machineChange").execute();
  await db.deleteFrom("machineContact").execute();
  await db.deleteFrom("machine").execute();
  await db.deleteFrom("package").execute();
  await db.deleteFrom("packageChoice").execute();
  town = await anAuthority(deps);
});

describe("what no machine has any more", () => {
  it("is removed sixty days after that was first seen, in batches", async () => {
    await has(town, "a1", "a2", "a3", "a4", "a5", "kept");
    await has(town, "kept");
    expect(await removeUnusedPackages(deps, { atOnce: 2 })).toBe(0);
    clock.advance(59);
    expect(await removeUnusedPackages(deps, { atOnce: 2 })).toBe(0);
    expect(await names()).toHaveLength(6);
    clock.advance(1);
    expect(await removeUnusedPackages(deps, { atOnce: 2 })).toBe(5);
    expect(await names()).toEqual(["kept"]);
  });

  it("stays when a machine has it again meanwhile, were it another authority's, and is counted from the next absence", async () => {
    await has(town, "outil");
    await has(town, "autre");
    await removeUnusedPackages(deps);
    clock.advance(30);
    const neighbour = await anAuthority(deps);
    await has(neighbour, "outil");
    clock.advance(40);
    expect(await removeUnusedPackages(deps)).toBe(0);
    await has(neighbour, "autre");
    await removeUnusedPackages(deps);
    clock.advance(59);
    expect(await removeUnusedPackages(deps)).toBe(0);
    clock.advance(1);
    expect(await removeUnusedPackages(deps)).toBe(1);
    expect(await names()).toEqual(["autre"]);
  });

  it("stays when the rules, or some authority, said what it is", async () => {
    await has(town, "gimp", "libc6", "outil", "inconnu");
    expect((await choosePackage(deps, town.reviewer, { key: "outil", slug: null })).ok).toBe(true);
    await has(town, "autre");
    await removeUnusedPackages(deps);
    clock.advance(60);
    expect(await removeUnusedPackages(deps)).toBe(1);
    expect(await names()).toEqual(["autre", "gimp", "libc6", "outil"]);
  });

  it("stays while the history of a machine names it, were it known by no rule any more", async () => {
    await has(town, "gimp");
    await has(town, "autre");
    await db.updateTable("package").set({ verdict: "unknown", softwareSlug: null }).where("name", "=", "gimp").execute();
    await removeUnusedPackages(deps);
    clock.advance(60);
    expect(await removeUnusedPackages(deps)).toBe(0);
    await db.deleteFrom("machineChange").execute();
    await removeUnusedPackages(deps);
    clock.advance(60);
    expect(await removeUnusedPackages(deps)).toBe(1);
  });

  it("stays while a machine that is silent, removed or replaced has it", async () => {
    const { machineId } = await has(town, "ancien");
    await db.updateTable("machine").set({ removedAt: deps.now() }).where("id", "=", machineId).execute();
    await removeUnusedPackages(deps);
    clock.advance(400);
    expect(await removeUnusedPackages(deps)).toBe(0);
    expect(await names()).toEqual(["ancien"]);
  });
});

describe("the memory of the dictionary", () => {
  it("gives no number that was removed: it lasts a day, and looks again", async () => {
    const dictionary = packageDictionary(
      db,
      () => NO_RULES,
      undefined,
      () => clock.now.getTime(),
    );
    const [before] = (await dictionary.sort([aPackage("outil")])).unmapped;
    await removeUnusedPackages(deps);
    clock.advance(60);
    expect(await removeUnusedPackages(deps)).toBe(1);
    const [after] = (await dictionary.sort([aPackage("outil")])).unmapped;
    expect(after).toBeGreaterThan(before ?? 0);
    expect(await db.selectFrom("package").select("id").execute()).toEqual([{ id: after }]);
  });

  it("takes the mark off what it finds in the table", async () => {
    await packageDictionary(db, () => NO_RULES).sort([aPackage("outil")]);
    await removeUnusedPackages(deps);
    clock.advance(60);
    await packageDictionary(db, () => NO_RULES).sort([aPackage("outil")]);
    expect(await removeUnusedPackages(deps)).toBe(0);
    expect(await names()).toEqual(["outil"]);
  });
});
