import { expect, it } from "vitest";
import { anAgent, anAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aSkill } from "#src/skills/testing.ts";
import { readGrid, readGridOf } from "./read-grid.ts";

const deps = await testDeps();
const { id, reviewer } = await anAuthority(deps);

it("somebody who left can keep nothing running any more", async () => {
  const expert = await anAgent(deps, id, { roles: ["reviewer"] });
  const koha = await anInstallation(deps, reviewer, { name: "Koha", free: true, details: { hosting: "on-premises" } });
  await aSkill(deps, expert, koha, { personId: expert.id });
  const answers = async () => {
    const [all, one] = await readAuthority(
      deps.db,
      id,
      async (reader) => [await readGrid(reader), await readGridOf(reader, koha)] as const,
    );
    expect(all.map(({ grid }) => grid)).toEqual([one?.grid]);
    return [one?.grid["run-it"].answer, one?.grid["know-how"].reasons];
  };
  expect(await answers()).toEqual(["yes", [{ kind: "only-one-can", name: expert.name }]]);
  await deps.db.updateTable("membership").set({ leftAt: deps.now() }).where("personId", "=", expert.id).execute();
  expect(await answers()).toEqual(["partly", [{ kind: "no-skill-said" }]]);
});
