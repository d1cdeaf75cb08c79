import { expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aPackage, reported } from "../testing.ts";
import { choosePackage } from "../usecases/choose-package.ts";
import { removeMachine } from "../usecases/remove-machine.ts";
import { unmappedPackages } from "./unmapped.ts";

const deps = await testDeps();

async function seenIn({ id }: Pick<TestAuthority, "id">, search = ""): Promise<readonly string[]> {
  const { rows, total } = await readAuthority(deps.db, id, (reader) => unmappedPackages(reader, { search, limit: 50, offset: 0 }));
  expect(rows).toHaveLength(total);
  return rows.map(({ key, machines }) => `${key} ${machines}`);
}

it("what nobody recognises is counted at each page as the machines are then, for one authority alone", async () => {
  const [town, neighbour] = [await anAuthority(deps), await anAuthority(deps)];
  const report = (who: TestAuthority, agentId: string, ...names: readonly string[]) => {
    deps.clock.advance(1);
    return reported(deps, who.id, { packages: names.map((name) => aPackage(name)), hardware: agentId }, { agentId });
  };
  await report(neighbour, "n", "ferme");
  expect(await seenIn(town)).toEqual([]);
  const first = await report(town, "a", "moulin", "ferme");
  expect(await seenIn(town)).toEqual(["ferme 1", "moulin 1"]);
  await report(town, "b", "moulin", "moulin 2.1");
  expect(await seenIn(town)).toEqual(["moulin 2", "ferme 1"]);
  expect(await seenIn(town, "FERME")).toEqual(["ferme 1"]);
  await report(town, "b", "étang");
  expect(await seenIn(town)).toEqual(["ferme 1", "moulin 1", "étang 1"]);
  expect((await choosePackage(deps, town.reviewer, { key: "moulin", slug: null })).ok).toBe(true);
  expect(await seenIn(town)).toEqual(["ferme 1", "étang 1"]);
  expect((await removeMachine(deps, town.administrator, { id: first.machineId })).ok).toBe(true);
  expect(await seenIn(town)).toEqual(["étang 1"]);
  expect(await seenIn(neighbour)).toEqual(["ferme 1"]);
});
