import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { compileRules } from "../domain/mapping.ts";
import { aPackage, reported } from "../testing.ts";
import { choosePackage } from "../usecases/choose-package.ts";
import { machinesWithSoftware } from "./observed.ts";

const deps = await testDeps();

it("what an authority chose is seen under the software that stands for it since, and under the name that it chose", async () => {
  await givenSoftware(deps.db, { slug: "grr", name: "GRR" }, { slug: "grr-2", name: "GRR 2" }, { slug: "autre", name: "Autre" });
  const town = await anAuthority(deps);
  const rules = compileRules([{ family: "deb", pattern: "grr-serveur", verdict: "software", slug: "grr" }]);
  await reported(deps, town.id, { packages: [aPackage("reservation")], hardware: "a" }, { agentId: "a", rules });
  await reported(deps, town.id, { packages: [aPackage("grr-serveur")], hardware: "b" }, { agentId: "b", rules });
  expect((await choosePackage(deps, town.reviewer, { key: "reservation", slug: "grr-2" })).ok).toBe(true);
  const seen = (slug: string): Promise<number> => readAuthority(deps.db, town.id, (reader) => machinesWithSoftware(reader, slug));
  expect([await seen("grr"), await seen("grr-2"), await seen("autre")]).toEqual([1, 1, 0]);
  await deps.db.updateTable("software").set({ mergedInto: "grr" }).where("slug", "=", "grr-2").execute();
  expect([await seen("grr"), await seen("grr-2"), await seen("autre")]).toEqual([2, 2, 0]);
});
