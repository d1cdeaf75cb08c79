import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aRequest, done, having } from "../testing.ts";
import { postMessage } from "./post-message.ts";

const deps = await testDeps();
const town = await anAuthority(deps);
const { requester, reviewer } = town;

it("people who write at once in several requests of one authority are all journaled, one after the other", async () => {
  const ids = [await aRequest(deps, town), await aRequest(deps, town), await aRequest(deps, town), await aRequest(deps, town)];
  const before = await verifyJournal(deps.db, town.id);
  const said = ids.flatMap((id) =>
    [requester, reviewer].map(async (agent) =>
      done(postMessage(deps, agent, { ...(await having(deps, agent, id)), kind: "answer-given", text: "En même temps.", files: [] })),
    ),
  );
  expect(await Promise.all(said)).toHaveLength(8);
  const after = await verifyJournal(deps.db, town.id);
  expect(before.intact && after.intact && after.entries - before.entries).toBe(8);
});
