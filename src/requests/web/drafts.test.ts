import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testAppOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { saveDraft } from "../usecases/save-draft.ts";
import { newRequestRoutes } from "./new-request-routes.tsx";

const deps = await testDeps();
const app = testAppOf((routes) => newRequestRoutes(routes, deps));

it("opens a draft at each of its steps, whether its fields were kept as lists or alone", async () => {
  const { requester } = await anAuthority(deps);
  const typed = { titre: "Compter les visiteurs", besoin: "Savoir combien de personnes viennent à la fête.", agents: "12" };
  const lists = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]));
  for (const kept of [lists, typed, { ...typed, agents: null, service: [""] }]) {
    const id = newId<string>();
    await saveDraft(deps, requester, { id, typed: kept });
    for (const step of ["", "/existant", "/exigences"]) {
      const answer = await app.get(`/demandes/brouillons/${id}${step}`, requester);
      expect(answer.status, `${JSON.stringify(kept)} ${step}`).toBe(200);
    }
    expect(await (await app.get(`/demandes/brouillons/${id}`, requester)).text()).toContain("Compter les visiteurs");
  }
});

it("keeps what was typed at each step, whichever way its writer leaves it", async () => {
  const { requester, departments } = await anAuthority(deps);
  const id = newId<string>();
  const path = `/demandes/brouillons/${id}`;
  const first = { _cle: id, titre: "Compter les visiteurs", besoin: "Savoir combien viennent.", service: departments.culture };
  const next = { actuel: "Au doigt mouillé", essentielles: "Compter sans filmer", utiles: "", budget: "900", annees: "2", avec: "" };
  expect((await app.post("/demandes/nouvelle", requester, first)).headers.get("location")).toBe(`${path}/existant`);

  const back = await app.post(`${path}/exigences`, requester, { ...next, donnees: ["identity", "children"], suite: "precedente" });
  expect(back.headers.get("location")).toBe(`${path}/existant`);
  const later = await app.post(`${path}/exigences`, requester, { ...next, donnees: ["identity", "children"], suite: "plus-tard" });
  expect(later.headers.get("location")).toBe("/");
  await app.post("/demandes/nouvelle", requester, { ...first, titre: "Compter les visiteurs de la fête" });

  expect(await (await app.get(path, requester)).text()).toContain("Compter les visiteurs de la fête");
  const step = await (await app.get(`${path}/exigences`, requester)).text();
  for (const kept of ["Au doigt mouillé", "Compter sans filmer", 'value="900"']) expect(step).toContain(kept);
  expect(step.match(/name="donnees"[^>]* checked/g)).toHaveLength(2);
});

it("shows the last step again rather than keep what the form would refuse", async () => {
  const { requester } = await anAuthority(deps);
  const id = newId<string>();
  await saveDraft(deps, requester, { id, typed: { titre: ["Compter les visiteurs"] } });
  const answer = await app.post(`/demandes/brouillons/${id}/exigences`, requester, { budget: "beaucoup", suite: "plus-tard" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("beaucoup");
});
