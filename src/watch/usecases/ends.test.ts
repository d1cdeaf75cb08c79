import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Result } from "#src/kernel/result.ts";
import { testDeps } from "#src/platform/testing.ts";
import { declareEnd } from "./declare-end.ts";
import { editEnd } from "./edit-end.ts";
import { removeDeclaredEnd } from "./remove-end.ts";

const deps = await testDeps();
const { reviewer } = await anAuthority(deps);

it("an end of life that is entered, corrected and removed is a line of the journal each time, and one however often it is sent", async () => {
  await givenSoftware(deps.db, { slug: "koha", name: "Koha" });
  const id = newId<string>();
  const facts = { cycle: "23.11", endsOn: "2026-10-01" as LocalDate, readAtUrl: "https://editeur.example/support" };
  const twice = async (act: () => Promise<Result<unknown, unknown>>): Promise<void> => {
    for (const result of [await act(), await act()]) expect(result.ok).toBe(true);
  };
  await twice(() => declareEnd(deps, reviewer, { id, slug: "koha", facts }));
  await twice(() => editEnd(deps, reviewer, { id, slug: "koha", version: 1, facts: { ...facts, cycle: "24.05" } }));
  await twice(() => removeDeclaredEnd(deps, reviewer, { id, slug: "koha" }));
  const journaled = await deps.db.selectFrom("journalEntry").select("what").where("subjectId", "=", id).orderBy("sequence").execute();
  expect(journaled.map(({ what }) => what)).toEqual(["end-of-life-entered", "end-of-life-edited", "end-of-life-removed"]);
});
