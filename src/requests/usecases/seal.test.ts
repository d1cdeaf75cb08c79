import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { recordOfRequest } from "../db/decision-records.ts";
import type { DecisionRecord } from "../domain/record.ts";
import { anExaminedCandidate, aRequestAtGate2, done, having } from "../testing.ts";
import { concludeGate } from "./conclude-gate.ts";
import { countersign } from "./countersign.ts";
import { recordSearch } from "./record-search.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const { reviewer, guarantor } = town;

it("the sealed record names the department that asked, were it closed since", async () => {
  const id = await aRequestAtGate2(deps, town);
  await done(recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "open-source", query: "salles" }));
  const verdict = { kind: "retained", candidateId: await anExaminedCandidate(deps, town, id, "open-source") } as const;
  const conclusion = { ...(await having(deps, reviewer, id)), gate: "open-source", verdict, statement: "GRR répond." } as const;
  const { entry } = await done(concludeGate(deps, reviewer, conclusion));
  await deps.db.updateTable("department").set({ closedAt: deps.now() }).where("id", "=", town.departments.library).execute();
  await done(countersign(deps, guarantor, { ...(await having(deps, guarantor, id)), conclusionId: entry.id, statement: null }));
  const sealed = await readAuthority(deps.db, town.id, (reader) => recordOfRequest(reader, id));
  const { department } = JSON.parse(sealed?.document ?? "{}") as DecisionRecord;
  const { name } = await deps.db
    .selectFrom("department")
    .select("name")
    .where("id", "=", town.departments.library)
    .executeTakeFirstOrThrow();
  expect(department).toContain(name);
});
