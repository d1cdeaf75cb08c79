import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { testAppOf, wordsOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { anExaminedCandidate, aRequestAtGate2, done, having } from "../testing.ts";
import { concludeGate } from "../usecases/conclude-gate.ts";
import { postMessage } from "../usecases/post-message.ts";
import { recordSearch } from "../usecases/record-search.ts";
import { requestRoutes } from "./routes.tsx";

const deps = await testDeps();
const town = await anAuthority(deps);
const { requester, reviewer, guarantor, electedOfficial } = town;
const app = testAppOf((routes) => requestRoutes(routes, deps));

const page = async (path: string, agent = reviewer): Promise<string> => (await app.get(path, agent)).text();

it("a question without answer is the first thing said, to whoever it waits for as to the others", async () => {
  const id = await aRequestAtGate2(deps, town);
  expect(await page(`/demandes/${id}`, requester)).not.toContain("Une question attend");
  const question = { kind: "question-asked", text: "Combien de salles ?", files: [] } as const;
  await done(postMessage(deps, reviewer, { ...(await having(deps, reviewer, id)), ...question }));

  const asked = await page(`/demandes/${id}`, requester);
  expect(asked.indexOf("Une question attend votre réponse")).toBeLessThan(asked.indexOf('id="porte"'));
  expect(asked).toMatch(/href="#fil"[^>]*>Répondre/);
  const read = await page(`/demandes/${id}`, electedOfficial);
  expect(read).toContain("Une question attend la réponse du demandeur");
  expect(read).not.toContain('href="#fil"');

  await done(postMessage(deps, requester, { ...(await having(deps, requester, id)), kind: "answer-given", text: "Huit.", files: [] }));
  expect(await page(`/demandes/${id}`, requester)).not.toContain("Une question attend");
});

it("a missing piece of evidence leads whoever works at the gate to where it is made", async () => {
  const id = await aRequestAtGate2(deps, town);
  const candidate = await anExaminedCandidate(deps, town, id, "open-source");
  const link = `<a href="/demandes/${id}/candidats/${candidate}">GRR est examiné et écarté`;
  expect(await page(`/demandes/${id}`)).toContain(link);
  expect(await page(`/demandes/${id}`, requester)).not.toContain(link);
});

it("a conclusion that comes back refused still shows what it takes, and why to write", async () => {
  const id = await aRequestAtGate2(deps, town);
  const { seen, entryId } = await having(deps, reviewer, id);
  const fields = { _cle: entryId, _version: String(seen), verdict: "ecarter", constat: "" };
  const answer = await app.post(`/demandes/${id}/conclusion`, reviewer, fields);
  expect(answer.status).toBe(422);
  const words = await wordsOf(answer);
  expect(words).toContain("Au moins une recherche est faite");
  expect(words).toContain("C’est la déclaration d’impossibilité que le garant contresigne");
});

it("a guarantor reads what is retained, beside what was set aside, before countersigning", async () => {
  const id = await aRequestAtGate2(deps, town);
  const search = { gate: "open-source", query: "réserver une salle" } as const;
  await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), ...search }));
  const candidateId = await anExaminedCandidate(deps, town, id, "open-source");
  await anExaminedCandidate(deps, town, id, "open-source", { opinion: "rejected" }, "LibreBooking");
  const conclusion = { gate: "open-source", verdict: { kind: "retained", candidateId }, statement: "GRR répond au besoin." } as const;
  await done(concludeGate(deps, reviewer, { ...(await having(deps, reviewer, id)), ...conclusion }));

  const html = await page(`/demandes/${id}/contreseing`, guarantor);
  expect(html).toContain("<strong>Solution retenue\u00a0: GRR</strong>");
  expect(html).toContain(">LibreBooking</a>");
  expect(await page(`/demandes/${id}`, guarantor)).toContain("Porte 2\u00a0: solution retenue");
});
