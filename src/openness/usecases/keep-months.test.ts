import { sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { changeState, retireInstallation, shareOfFree } from "#src/inventory/public.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { OPENNESS_MONTHS } from "#src/platform/jobs/queues.ts";
import { testDeps } from "#src/platform/testing.ts";
import { keptMonths } from "../db/months.ts";
import { lastObserved } from "../db/observed.ts";
import { isReconstituted, type KeptMonth } from "../domain/months.ts";
import { keepMonths } from "./keep-months.ts";
import { measureDeclared } from "./measure-declared.ts";
import { keepMonthsDaily, keepMonthsOfAll } from "./openness-jobs.ts";

const deps = await testDeps();
const { db, clock } = deps;

const day = (text: string): LocalDate => text as LocalDate;
const at = (text: string): void => {
  clock.now = new Date(`${text}T04:20:00Z`);
};
const months = ({ id }: TestAuthority): Promise<readonly KeptMonth[]> =>
  readAuthority(db, id, (reader) => keptMonths(reader, day("2000-01-01")));
const inShort = async (authority: TestAuthority): Promise<readonly unknown[]> =>
  (await months(authority)).map((kept) => {
    const { free, known, all } = kept.declared?.byInstallation ?? {};
    return [kept.month, kept.measuredOn, `${free}/${known}/${all}`, isReconstituted(kept) ? "reconstituted" : "measured"];
  });

describe("the months", () => {
  it("are measured once each, on the first day when the server runs, and never again", async () => {
    at("2026-01-04");
    const town = await anAuthority(deps);
    await anInstallation(deps, town.reviewer, { name: "Koha", free: true, inServiceOn: day("2026-01-04") });
    await keepMonths(deps, town.id);
    await keepMonths(deps, town.id);
    await anInstallation(deps, town.reviewer, { name: "Paie", free: false, inServiceOn: day("2026-01-10") });
    at("2026-01-20");
    await keepMonths(deps, town.id);
    expect(await inShort(town)).toEqual([["2026-01-01", "2026-01-04", "1/1/1", "measured"]]);
    at("2026-02-01");
    await keepMonths(deps, town.id);
    expect(await inShort(town)).toEqual([
      ["2026-01-01", "2026-01-04", "1/1/1", "measured"],
      ["2026-02-01", "2026-02-01", "1/2/2", "measured"],
    ]);
  });

  it("that no running server measured are worked out from the dates people gave, and said to be so; what agents saw then is a gap", async () => {
    at("2026-01-04");
    const town = await anAuthority(deps);
    await anInstallation(deps, town.reviewer, { name: "Koha", free: true, inServiceOn: day("2026-01-02") });
    await anInstallation(deps, town.reviewer, { name: "Paie", free: false, inServiceOn: day("2026-02-15") });
    at("2026-04-09");
    await keepMonths(deps, town.id);
    expect(await inShort(town)).toEqual([
      ["2026-02-01", "2026-04-09", "1/1/1", "reconstituted"],
      ["2026-03-01", "2026-04-09", "1/2/2", "reconstituted"],
      ["2026-04-01", "2026-04-09", "1/2/2", "measured"],
    ]);
    expect((await months(town))[0]).toMatchObject({ observed: null, declared: { byCost: null, byDepartment: null } });
  });

  it("worked out afterwards follow what people correct; those that were measured do not move", async () => {
    at("2026-04-09");
    const town = await anAuthority(deps);
    await anInstallation(deps, town.reviewer, { name: "Koha", free: true, inServiceOn: day("2026-02-15") });
    await keepMonths(deps, town.id);
    expect((await inShort(town)).length).toBe(2);
    await anInstallation(deps, town.reviewer, { name: "Ancien", free: false, inServiceOn: day("2026-01-20") });
    await keepMonths(deps, town.id);
    expect(await inShort(town)).toEqual([
      ["2026-02-01", "2026-04-09", "0/1/1", "reconstituted"],
      ["2026-03-01", "2026-04-09", "1/2/2", "reconstituted"],
      ["2026-04-01", "2026-04-09", "1/1/1", "measured"],
    ]);
  });

  it("count what was in service on that day: what was being left or retired by then is out", async () => {
    at("2026-06-09");
    const town = await anAuthority(deps);
    const left = await anInstallation(deps, town.reviewer, { name: "Office", free: false, inServiceOn: day("2026-01-20") });
    const kept = await anInstallation(deps, town.reviewer, { name: "Koha", free: true, inServiceOn: day("2026-01-20") });
    await changeState(deps, town.reviewer, { id: left, from: "in-service", to: "leaving", day: day("2026-03-15") });
    await retireInstallation(deps, town.reviewer, { id: kept, from: "in-service", day: day("2026-05-01") });
    await keepMonths(deps, town.id);
    expect((await inShort(town)).map((month) => (month as string[])[2])).toEqual(["1/2/2", "1/2/2", "1/1/1"]);
  });

  it("are not measured before there is something to count", async () => {
    at("2026-01-04");
    const town = await anAuthority(deps);
    await keepMonths(deps, town.id);
    expect(await months(town)).toEqual([]);
    expect(await readAuthority(db, town.id, lastObserved)).toMatchObject({ observed: null });
  });

  it("of one authority say nothing of another, and one that fails does not stop the others", async () => {
    at("2026-01-04");
    const towns = [await anAuthority(deps), await anAuthority(deps)];
    for (const { reviewer } of towns) await anInstallation(deps, reviewer, { free: true, inServiceOn: day("2026-01-04") });
    await sql`alter table openness_month add constraint failing check (authority_id <> ${sql.lit(towns[0]?.id ?? "")})`.execute(db);
    await keepMonthsOfAll(deps);
    await sql`alter table openness_month drop constraint failing`.execute(db);
    expect(await Promise.all(towns.map(async (town) => (await months(town)).length))).toEqual([0, 1]);
    await keepMonthsOfAll(deps);
    expect(await Promise.all(towns.map(async (town) => (await months(town)).length))).toEqual([1, 1]);
  });
});

it("a process that starts asks for it once, however many start", async () => {
  await deps.jobs.start();
  await keepMonthsDaily(deps);
  await keepMonthsDaily(deps);
  const asked = sql<{ jobs: number }>`select count(*) as jobs from pgboss.job where name = ${OPENNESS_MONTHS}`.execute(db);
  await vi.waitFor(async () => expect((await asked).rows).toEqual([{ jobs: 1 }]));
  const { rows } = await sql<{
    cron: string;
    timezone: string;
  }>`select cron, timezone from pgboss.schedule where name = ${OPENNESS_MONTHS}`.execute(db);
  expect(rows).toEqual([{ cron: "20 4 * * *", timezone: "Europe/Paris" }]);
  await deps.jobs.stop();
});

it("the figure of the home page and of the inventory is this one", async () => {
  at("2026-01-04");
  const town = await anAuthority(deps);
  await givenSoftware(db, { slug: "said-free", free: true });
  const facts = [
    { free: true },
    { free: false },
    { free: null },
    { free: false, softwareSlug: "said-free" },
    { free: true, state: "pilot" as const },
    { free: false, state: "planned" as const },
    { free: true, state: "leaving" as const },
    { free: true, state: "retired" as const },
  ];
  for (const [index, each] of facts.entries()) await anInstallation(deps, town.reviewer, { name: `Logiciel ${index}`, ...each });
  const [theirs, ours] = await readAuthority(db, town.id, async (reader) => [
    await shareOfFree(reader, day("2026-01-04")),
    (await measureDeclared(reader, day("2026-01-04"))).declared.byInstallation,
  ]);
  expect(theirs).toMatchObject({ free: 2, known: 3, inService: 4 });
  expect(ours).toEqual({ free: 2, known: 3, all: 4, unit: "installation" });
});
