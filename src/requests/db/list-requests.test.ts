import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aNeed, play, type RequestFacts, used } from "../domain/testing.ts";
import { STORIES } from "../domain/testing-stories.ts";
import { submitRequest } from "../usecases/submit-request.ts";
import { fillRequests } from "./list-load-testing.ts";
import { storeStory } from "./list-testing.ts";
import { allRequests, type ListFilter, type ListQuery, type ListSort, listRequests, type RequestList } from "./request-lists.ts";

const deps = await testDeps();
const { db } = deps;
const ANY: ListFilter = {
  search: "",
  state: undefined,
  gate: undefined,
  departmentIds: undefined,
  submittedBy: undefined,
  late: false,
  toConfirm: false,
};
const TODAY = "2026-03-10" as LocalDate;

function query(filter: Partial<ListFilter> = {}, sort: ListSort = "date", descending = true, today = TODAY): ListQuery {
  return { filter: { ...ANY, ...filter }, sort, descending, today };
}

const list = (authority: TestAuthority, asked: ListQuery, page = 1, size = 50): Promise<RequestList> =>
  readAuthority(db, authority.id, (trx) => listRequests(trx, asked, page, size));

async function references(authority: TestAuthority, asked: ListQuery): Promise<readonly string[]> {
  return (await list(authority, asked)).lines.map(({ reference }) => reference);
}

describe("the list of requests", () => {
  let ours: TestAuthority;
  let neighbour: TestAuthority;
  beforeAll(async () => {
    ours = await anAuthority(deps);
    neighbour = await anAuthority(deps);
    const titled = (title: string): RequestFacts => ({ need: aNeed({ title }) });
    await storeStory(db, ours, STORIES.submitted(titled("Élaguer les arbres")));
    await storeStory(db, ours, STORIES.atGate2(titled("Réserver les salles municipales")));
    await storeStory(db, ours, STORIES.toCountersign(titled("Gérer le cimetière")));
    await storeStory(db, ours, play(STORIES.freeWithWaiver({}), used("2026-04-01" as LocalDate)));
    await storeStory(db, ours, STORIES.unmet(titled("Compter les abeilles")));
    await storeStory(db, ours, STORIES.withdrawn(titled("Imprimer des badges")));
    await storeStory(db, neighbour, STORIES.submitted(titled("Réserver les salles du voisin")));
  });

  it("shows every request of the authority, and none of a neighbour's", async () => {
    expect(await references(ours, query())).toEqual(["2026-006", "2026-005", "2026-004", "2026-003", "2026-002", "2026-001"]);
    expect((await list(neighbour, query())).lines.map(({ title }) => title)).toEqual(["Réserver les salles du voisin"]);
  });

  it("shows nothing to a transaction that names another authority, even when asked for ours", async () => {
    const lines = await readAuthority(db, neighbour.id, (trx) =>
      listRequests(Object.assign(trx, { authorityId: ours.id }), query(), 1, 50),
    );
    expect(lines.total).toBe(0);
  });

  it("says of each what a line shows", async () => {
    const [line] = (await list(ours, query({ search: "cimetière" }))).lines;
    expect(line).toMatchObject({
      reference: "2026-003",
      title: "Gérer le cimetière",
      departmentId: ours.departments.library,
      state: "to-countersign",
      gate: 2,
      targetDays: 20,
      waitsFor: "guarantor",
      arcade: ["out", "waiting", "later", "later"],
    });
  });

  it.each([
    ["searching", ["2026-002", "2026-001"]],
    ["to-countersign", ["2026-003"]],
    ["settled", ["2026-004"]],
    ["unmet", ["2026-005"]],
    ["withdrawn", ["2026-006"]],
  ] as const)("filters by state: %s", async (state, expected) => {
    expect(await references(ours, query({ state }))).toEqual(expected);
  });

  it("filters by gate, department, person and lateness, together", async () => {
    expect(await references(ours, query({ gate: 2 }))).toEqual(["2026-004", "2026-003", "2026-002"]);
    expect(await references(ours, query({ gate: 2, state: "searching" }))).toEqual(["2026-002"]);
    expect(await references(ours, query({ departmentIds: [ours.departments.it] }))).toEqual([]);
    expect((await list(ours, query({ departmentIds: [ours.departments.library] }))).total).toBe(6);
    expect((await list(ours, query({ submittedBy: ours.requester.id }))).total).toBe(6);
    expect(await references(ours, query({ submittedBy: ours.reviewer.id }))).toEqual([]);
    // Gate 1 opened on 2 March for 5 days.
    expect(await references(ours, query({ late: true }, "date", true, "2026-03-07" as LocalDate))).toEqual([]);
    expect(await references(ours, query({ late: true }, "date", true, "2026-03-08" as LocalDate))).toEqual(["2026-001"]);
  });

  it("finds what is in use and should be confirmed, from its day on", async () => {
    const [line] = (await list(ours, query({ state: "settled" }))).lines;
    expect(line?.usedSince).toBe("2026-04-01");
    const set = (facts: { readonly confirmOn?: string; readonly usedSince?: string | null }): Promise<unknown> =>
      inAuthority(db, ours.id, async (trx) => {
        await trx
          .updateTable("requestSummary")
          .set(facts)
          .where("requestId", "=", line?.id ?? "")
          .execute();
        return ok(null);
      });
    await set({ confirmOn: "2026-09-20" });
    expect(await references(ours, query({ toConfirm: true }, "date", true, "2026-09-19" as LocalDate))).toEqual([]);
    expect(await references(ours, query({ toConfirm: true }, "date", true, "2026-09-20" as LocalDate))).toEqual(["2026-004"]);
    await set({ usedSince: null });
    expect(await references(ours, query({ toConfirm: true }, "date", true, "2026-09-20" as LocalDate))).toEqual([]);
    await set({ usedSince: "2026-04-01" });
  });

  it("finds by words whatever their accents and endings, by solution, and by the beginning of a reference", async () => {
    expect(await references(ours, query({ search: "reservation salle" }))).toEqual(["2026-002"]);
    expect(await references(ours, query({ search: "réserv salle" }))).toEqual(["2026-002"]);
    expect(await references(ours, query({ search: "abeille arbre" }))).toEqual([]);
    expect(await references(ours, query({ search: "koha" }))).toEqual(["2026-004"]);
    expect(await references(ours, query({ search: "2026-00" }))).toHaveLength(6);
    expect(await references(ours, query({ search: "2026-005" }))).toEqual(["2026-005"]);
    expect(await references(ours, query({ search: "%26-001" }))).toEqual([]);
    for (const search of ["'\"&|!:*()", "\\", "%", "http://x.fr/it's\\'a:*&b", "a".repeat(5000)])
      expect({ search, found: await references(ours, query({ search })) }).toEqual({ search, found: [] });
  });

  it("sorts by title without accents nor capitals, and by due date with those that have none last", async () => {
    const titles = (await list(ours, query({}, "title", false))).lines.map(({ title }) => title);
    expect(titles).toEqual([
      "Compter les abeilles",
      "Élaguer les arbres",
      "Gérer le cimetière",
      "Gérer les prêts et les réservations",
      "Imprimer des badges",
      "Réserver les salles municipales",
    ]);
    expect((await references(ours, query({}, "due", false))).slice(0, 3)).toEqual(["2026-001", "2026-002", "2026-003"]);
    expect((await references(ours, query({}, "due", true))).slice(0, 3)).toEqual(["2026-003", "2026-002", "2026-001"]);
  });

  it("puts the thousandth request of a year after the others", async () => {
    const many = await anAuthority(deps);
    await fillRequests(db, many, 1_001);
    const asked = query({}, "reference", true);
    expect((await list(many, asked, 1, 3)).lines.map(({ reference }) => reference)).toEqual(["2026-1001", "2026-1000", "2026-999"]);
  });

  it("gives pages, and the last one when asked for one further", async () => {
    const first = await list(ours, query(), 1, 4);
    expect(first).toMatchObject({ total: 6, page: 1, pages: 2 });
    expect(first.lines).toHaveLength(4);
    expect(await list(ours, query(), 2, 4)).toMatchObject({ page: 2, lines: [{ reference: "2026-002" }, { reference: "2026-001" }] });
    expect(await list(ours, query(), 99_999, 4)).toMatchObject({ page: 2, lines: [{ reference: "2026-002" }, { reference: "2026-001" }] });
    expect(await list(ours, query({ gate: 4 }), 7, 4)).toEqual({ total: 0, page: 1, pages: 1, lines: [] });
  });

  it("gives the whole filtered list for a file, as far as a limit", async () => {
    const all = (most: number, filter: Partial<ListFilter> = {}): Promise<number> =>
      readAuthority(db, ours.id, async (trx) => (await allRequests(trx, query(filter), most)).length);
    expect(await all(20_000)).toBe(6);
    expect(await all(20_000, { state: "searching" })).toBe(2);
    expect(await all(4)).toBe(4);
  });

  it("shows what the use case has just written", async () => {
    const id = newId<string>();
    const need = aNeed({ title: "Prêter des vélos", departmentId: ours.departments.culture, requirements: [] });
    expect((await submitRequest(deps, ours.requester, { id, need, fits: null })).ok).toBe(true);
    expect((await list(ours, query({ search: "vélo" }))).lines).toMatchObject([
      { id, title: "Prêter des vélos", state: "searching", gate: 1 },
    ]);
    expect((await list(neighbour, query({ search: "vélo" }))).total).toBe(0);
  });
});
