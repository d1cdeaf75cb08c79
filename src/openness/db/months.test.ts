import { sql } from "kysely";
import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { declaredThen } from "../domain/declared.ts";
import { keepMonth, keepReconstituted, keptMonths } from "./months.ts";
import { servicePeriods } from "./service-periods.ts";

const { db } = await testDatabase();
const { id, reviewer } = await anAuthority({ db });
const day = (text: string): LocalDate => text as LocalDate;

it("a month measured in its time stays as it was measured; one worked out afterwards is worked out again", async () => {
  const nothing = declaredThen([], []);
  const more = { ...nothing, byInstallation: { ...nothing.byInstallation, all: 3 } };
  const month = (first: string, measuredOn: string, declared = nothing) =>
    ({ month: day(first), measuredOn: day(measuredOn), declared, observed: null }) as const;
  await inAuthority(db, id, async (trx) => {
    await keepMonth(trx, month("2026-01-01", "2026-01-31"));
    await keepReconstituted(trx, [month("2026-02-01", "2026-03-02")]);
    await keepReconstituted(trx, [month("2026-01-01", "2026-03-05", more), month("2026-02-01", "2026-03-05", more)]);
    return ok(null);
  });
  const kept = await readAuthority(db, id, (reader) => keptMonths(reader, day("2026-01-01")));
  expect(kept.map(({ measuredOn, declared }) => [measuredOn, declared?.byInstallation.all])).toEqual([
    ["2026-01-31", 0],
    ["2026-03-05", 3],
  ]);
});

it("of two states of one day, the one noted last is where an installation stood", async () => {
  const installation = await anInstallation({ db }, reviewer, { state: "planned" });
  await db.deleteFrom("installationStanding").where("installationId", "=", installation).execute();
  await sql`
    insert into installation_standing (authority_id, installation_id, since, rank, state)
    values (${id}, ${installation}, '2026-02-01', 2, 'in-service'), (${id}, ${installation}, '2026-02-01', 1, 'pilot')`.execute(db);
  const periods = await readAuthority(db, id, servicePeriods);
  expect(periods).toEqual([{ installationId: installation, since: "2026-02-01", until: null }]);
});
