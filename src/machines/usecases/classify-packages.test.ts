import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { compileRules } from "../domain/mapping.ts";
import { unpackIds } from "../domain/package-ids.ts";
import { aPackage, reported } from "../testing.ts";
import { classifyPackages } from "./classify-packages.ts";

const deps = await testDeps();

it("new rules say again what every package is and what every machine has; the same rules change nothing", async () => {
  const { id } = await anAuthority(deps);
  const packages = [aPackage("gimp"), aPackage("libc6"), aPackage("outil")];
  const before = compileRules([{ family: "deb", pattern: "outil", verdict: "software", slug: "outil" }]);
  const { machineId } = await reported(deps, id, { packages }, { rules: before });
  const after = {
    fingerprint: "b",
    rules: compileRules([
      { family: "deb", pattern: "gimp", verdict: "software", slug: "gimp" },
      { family: "deb", pattern: "lib*", verdict: "part" },
    ]),
  };
  expect(await classifyPackages(deps.db, after)).toEqual({ packages: 3, machines: 1 });
  const names = await deps.db.selectFrom("package").select(["id", "name", "verdict", "softwareSlug"]).execute();
  const named = (ids: readonly number[]): unknown => ids.map((each) => names.find((row) => row.id === each)?.name);
  const machine = await deps.db.selectFrom("machine").selectAll().where("id", "=", machineId).executeTakeFirstOrThrow();
  expect(named(machine.counted)).toEqual(["gimp"]);
  expect(named(machine.unmapped)).toEqual(["outil"]);
  expect(named(unpackIds(machine.parts))).toEqual(["libc6"]);
  expect(machine.partsCount).toBe(1);
  expect(names.find(({ name }) => name === "outil")).toMatchObject({ verdict: "unknown", softwareSlug: null });
  expect(await classifyPackages(deps.db, after)).toBeUndefined();
  expect(await classifyPackages(deps.db, { ...after, fingerprint: "c" })).toEqual({ packages: 0, machines: 0 });
});
