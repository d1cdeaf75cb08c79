import { expect, it } from "vitest";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { anAuthority } from "../../testing.ts";
import { ensureSetUpLink } from "../../usecases/ensure-set-up-link.ts";
import { testApp, testDeps } from "../test-app.ts";

const deps = await testDeps();
const app = testApp(deps);

it("says where the set-up begins while there is no authority, without the link, and shows its form once there is one", async () => {
  const link = (await ensureSetUpLink(deps)) ?? "";
  const before = await (await app.get("/connexion")).text();
  expect(before).toContain("Aucune collectivité n’existe encore ici");
  expect(before).toContain("dans le terminal où Beffroi a été lancé");
  expect(before).not.toContain("mot_de_passe");
  expect(before).not.toContain(link.split("/").at(-1));
  await anAuthority(deps, { name: "Ville A" });
  const after = await app.get("/connexion");
  expect(await after.clone().text()).toContain("mot_de_passe");
  expect(await wordsOf(after)).not.toContain("Aucune collectivité");
});
