import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aRequest, requestNow } from "../testing.ts";

const deps = await testDeps();
const town = await anAuthority(deps);

it("a need stated in Paris in the first hour of a year is of that day and that year, in its reference as in the lists", async () => {
  deps.clock.now = new Date("2026-12-31T23:30:00Z");
  const id = await aRequest(deps, town);
  expect((await requestNow(deps, town.reviewer, id)).reference).toBe("2027-001");
  const line = await readAuthority(deps.db, town.id, (reader) =>
    reader.selectFrom("requestSummary").select(["reference", "submittedOn", "since"]).where("requestId", "=", id).executeTakeFirst(),
  );
  expect(line).toEqual({ reference: "2027-001", submittedOn: "2027-01-01", since: "2027-01-01" });
});
