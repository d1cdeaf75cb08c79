import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { compileRules, type MappingRule } from "../domain/mapping.ts";
import { aPackage, reported } from "../testing.ts";
import { choosePackage, undoPackageChoice } from "../usecases/choose-package.ts";
import { classifyPackages } from "../usecases/classify-packages.ts";
import { removeMachine } from "../usecases/remove-machine.ts";
import { machineCounts } from "./machine-pages.ts";
import { machineTotals, observedSoftware, versionsSeen } from "./observed.ts";

const deps = await testDeps();
const RULE: MappingRule = { family: "deb", pattern: "grr-serveur", verdict: "software", slug: "grr" };
const rules = compileRules([RULE]);

it("what is made from all the machines follows what they say, what the authority chooses, software that is merged, and new rules", async () => {
  await givenSoftware(deps.db, { slug: "grr", name: "GRR" }, { slug: "grr-2", name: "GRR 2" }, { slug: "autre", name: "Autre" });
  const town = await anAuthority(deps);
  const neighbour = await anAuthority(deps);
  const says = (agentId: string, ...names: readonly string[]) => {
    deps.clock.advance(1);
    const packages = names.map((each) => aPackage(each.split(" ")[0] ?? "", { version: each.split(" ")[1] ?? "1" }));
    return reported(deps, town.id, { packages, hardware: agentId }, { agentId, rules });
  };
  const seen = () =>
    readAuthority(deps.db, town.id, async (reader) => {
      const software = await observedSoftware(reader);
      const slugs = software.map(({ slug }) => slug).sort();
      const versions = await versionsSeen(reader, slugs);
      const { all, withSoftware } = await machineTotals(reader);
      const counts = await machineCounts(reader, deps.now());
      return [
        ...software.map(({ slug, machines }) => `${slug} ${machines}`),
        ...versions.map(({ slug, version, machines }) => `${slug}@${version} ${machines}`),
        `${all} ${withSoftware} ${counts.all}`,
      ].join(", ");
    });

  expect(await seen()).toBe("0 0 0");
  const first = await says("a", "grr-serveur 1", "reservation");
  await says("b", "grr-serveur 2", "grr-serveur 1");
  expect(await seen()).toBe("grr 2, grr@1 2, grr@2 1, 2 2 2");
  await says("b", "grr-serveur 2");
  expect(await seen()).toBe("grr 2, grr@2 1, grr@1 1, 2 2 2");
  expect((await choosePackage(deps, town.reviewer, { key: "reservation", slug: "autre" })).ok).toBe(true);
  expect(await seen()).toBe("grr 2, autre 1, autre@1 1, grr@2 1, grr@1 1, 2 2 2");
  expect((await choosePackage(deps, town.reviewer, { key: "reservation", slug: "grr-2" })).ok).toBe(true);
  expect(await seen()).toBe("grr 2, grr-2 1, grr@2 1, grr@1 1, grr-2@1 1, 2 2 2");
  await deps.db.updateTable("software").set({ mergedInto: "grr" }).where("slug", "=", "grr-2").execute();
  expect(await seen()).toBe("grr 2, grr@2 1, grr@1 1, 2 2 2");
  await deps.db.updateTable("software").set({ mergedInto: null }).where("slug", "=", "grr-2").execute();
  expect((await undoPackageChoice(deps, town.reviewer, { key: "reservation" })).ok).toBe(true);
  expect(await seen()).toBe("grr 2, grr@2 1, grr@1 1, 2 2 2");
  await classifyPackages(deps.db, { rules: compileRules([{ ...RULE, slug: "autre" }]), fingerprint: "others" });
  expect(await seen()).toBe("autre 2, autre@2 1, autre@1 1, 2 2 2");
  await classifyPackages(deps.db, { rules: compileRules([{ ...RULE, slug: "nouveau" }]), fingerprint: "of a software to come" });
  expect(await seen()).toBe("2 2 2");
  await givenSoftware(deps.db, { slug: "nouveau", name: "Nouveau" });
  expect(await seen()).toBe("nouveau 2, nouveau@2 1, nouveau@1 1, 2 2 2");
  expect((await removeMachine(deps, town.administrator, { id: first.machineId })).ok).toBe(true);
  expect(await seen()).toBe("nouveau 1, nouveau@2 1, 1 1 1");
  expect(await readAuthority(deps.db, neighbour.id, observedSoftware)).toEqual([]);
});
