import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { openPool } from "#src/platform/db/database.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { DB } from "#src/platform/db/schema.ts";
import { testDeps } from "#src/platform/testing.ts";
import { homeRequests, leadTime } from "./home-queries.ts";
import { fillEntries, fillRequests } from "./list-load-testing.ts";
import { type ListFilter, listRequests } from "./request-lists.ts";

const OURS = 4_000;
const NEIGHBOURS = 9;
const ANY: ListFilter = {
  search: "",
  state: undefined,
  gate: undefined,
  departmentIds: undefined,
  submittedBy: undefined,
  late: false,
  toConfirm: false,
};

const deps = await testDeps();
const { db } = deps;
const today = new Date().toISOString().slice(0, 10) as LocalDate;
let ours: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  await fillRequests(db, ours, OURS);
  await fillEntries(db, ours);
  for (let index = 0; index < NEIGHBOURS; index += 1) await fillRequests(db, await anAuthority(deps), OURS);
  await sql`analyze`.execute(db);
});

/** A value as it stands in `execute`. */
function literal(value: unknown): string {
  if (value === null) return "null";
  const text = Array.isArray(value) ? `{${value.map((each) => JSON.stringify(each)).join(",")}}` : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}

/** The plans, kept for all values, of the queries that `work` sends in a transaction of ours, with what they really read. */
async function plansOf(work: (trx: AuthorityReader) => Promise<unknown>): Promise<string> {
  const sent: CompiledQuery[] = [];
  const dialect = new PostgresDialect({ pool: openPool(deps.url, { max: 1 }) });
  const watched = new Kysely<DB>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => void sent.push(query),
  });
  const plans = await readAuthority(watched, ours.id, async (trx) => {
    sent.length = 0;
    await work(trx);
    const found = [];
    for (const [index, query] of [...sent].entries()) {
      await trx.executeQuery(CompiledQuery.raw(`prepare listed_${index} as ${query.sql}`));
      const values = query.parameters.length === 0 ? "" : `(${query.parameters.map(literal).join(", ")})`;
      const { rows } = await trx.executeQuery<{ queryPlan: string }>(
        CompiledQuery.raw(`explain (analyze, costs off) execute listed_${index}${values}`),
      );
      found.push(rows.map((row) => Object.values(row)[0]).join("\n"));
    }
    return found.join("\n\n");
  });
  await watched.destroy();
  return plans;
}

const listed = (filter: Partial<ListFilter>): Promise<string> =>
  plansOf((trx) => listRequests(trx, { filter: { ...ANY, ...filter }, sort: "date", descending: true, today }, 1, 50));

describe("the queries of lists, among the requests of several authorities", () => {
  it.each([
    ["state", { state: "to-countersign" }, "request_summary_state"],
    ["department", { departmentIds: ["it"] }, "request_summary_department"],
    ["person", { submittedBy: "requester" }, "request_summary_person"],
    ["lateness", { late: true }, "request_summary_due"],
    ["confirmation", { toConfirm: true }, "request_summary_confirm"],
  ] as const)("read the index of the filter by %s", async (_, filter, index) => {
    const named = {
      ...filter,
      ...("departmentIds" in filter ? { departmentIds: [ours.departments.it] } : {}),
      ...("submittedBy" in filter ? { submittedBy: ours.requester.id } : {}),
    };
    const plan = await listed(named);
    expect(plan).toContain(index);
    expect(plan).not.toContain("Seq Scan on request_summary");
  });

  it.each([
    ["no filter", {}],
    ["a gate", { gate: 3 }],
    ["a search", { search: "besoin 17" }],
  ] as const)("read the authority's own rows alone with %s, which no index narrows further", async (_, filter) => {
    const plan = await listed(filter);
    expect(plan).not.toContain("Seq Scan on request_summary");
    expect(plan).toMatch(/Index Cond: \(authority_id = /);
  });

  it("read indexes alone for the home page of somebody who holds every role", async () => {
    const reader = { personId: ours.requester.id, today, reviews: true, countersigns: true, submits: true, departmentId: null };
    const plan = await plansOf((trx) => homeRequests(trx, reader));
    expect(plan).toContain("request_summary_waits");
    expect(plan).not.toMatch(/Seq Scan on request_(summary|entry)/);
    expect(await plansOf((trx) => leadTime(trx, today))).not.toContain("Seq Scan on request_summary");
  });
});
