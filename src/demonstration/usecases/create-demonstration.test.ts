import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { authorityBySlug, createAuthority, departmentsOf } from "#src/authorities/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { ROLES } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { testDeps } from "#src/platform/testing.ts";
import { leadTime } from "#src/requests/public.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import { INSTALLATIONS } from "../data/installations.ts";
import { TOWN } from "../data/people.ts";
import { createDemonstration, type DemonstrationLink, pastOf } from "./create-demonstration.ts";
import { playInOrder } from "./timeline.ts";
import { foundTown } from "./town.ts";

type Summary = {
  readonly reference: string;
  readonly state: string;
  readonly gate: number | null;
  readonly waitsFor: string | null;
  readonly dueOn: string | null;
  readonly usedSince: string | null;
  readonly confirmOn: string | null;
  readonly confirmed: string | null;
  readonly entries: number;
};

async function summaries(db: Database): Promise<readonly Summary[]> {
  const { rows } = await sql<Summary>`
    select reference, title, state, gate, waits_for, due_on, used_since, confirm_on, confirmed, entries, arcade
      from request_summary order by reference`.execute(db);
  return rows;
}

async function count(db: Database, from: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.raw(from)}`.execute(db);
  return rows[0]?.count ?? 0;
}

describe("the demonstration", () => {
  let deps: Deps;
  let today: string;
  let links: readonly DemonstrationLink[];
  let again: readonly DemonstrationLink[];
  let requests: readonly Summary[];

  beforeAll(async () => {
    deps = await testDeps();
    today = dayOf(deps.now());
    [links, again] = await Promise.all([createDemonstration(deps), createDemonstration(deps)]);
    requests = await summaries(deps.db);
  });

  it("is made once, even when asked for twice at once", async () => {
    expect(await count(deps.db, "authority")).toBe(1);
    await createDemonstration(deps);
    expect(await summaries(deps.db)).toEqual(requests);
    expect(await count(deps.db, "authority")).toBe(1);
    expect(await count(deps.db, "journal_entry where what = 'demonstration-made'")).toBe(1);
  });

  it("is a town of 25 people in 12 departments, that says it is fictional", async () => {
    const town = await authorityBySlug(deps.db, TOWN.slug);
    expect(town).toMatchObject({ name: "Ville de Valmontel", isDemonstration: true, population: 18_400 });
    expect(await count(deps.db, "membership where left_at is null")).toBe(25);
    expect(await count(deps.db, "membership where roles @> array['reviewer']")).toBe(2);
    const departments = await readAuthority(deps.db, town?.id ?? ("" as never), departmentsOf);
    expect(departments).toHaveLength(12);
    expect(departments.filter(({ depth }) => depth > 0)).toHaveLength(6);
  });

  it("lets one person of each role in, each by a link of their own, made anew each time", async () => {
    expect(new Set(links.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(new Set([...links, ...again].map(({ url }) => url)).size).toBe(links.length * 2);
    for (const [index, { url }] of again.entries()) {
      const answer = await deps.auth.handler(new Request(url, { headers: { "x-beffroi-client": `192.0.2.${index}` } }));
      expect(answer.headers.getSetCookie().join()).toContain("session_token");
    }
    const names = await sql<{
      name: string;
    }>`select name from auth.session s join auth."user" u on u.id = s."userId" order by name`.execute(deps.db);
    expect(names.rows.map(({ name }) => name)).toEqual(again.map(({ name }) => name).sort());
    expect(await count(deps.db, "auth.account")).toBe(0);
  });

  it("has requests in every state of the procedure and at every gate", () => {
    const at = (state: string): (number | null)[] =>
      [...new Set(requests.filter((request) => request.state === state).map(({ gate }) => gate))].sort();
    expect(at("searching")).toEqual([1, 2, 3, 4]);
    expect(at("to-countersign")).toEqual([2, 3]);
    expect(at("settled")).toEqual([1, 2, 3]);
    expect(at("unmet")).toEqual([null]);
    expect(at("withdrawn")).toEqual([1]);
    expect(new Set(requests.map(({ waitsFor }) => waitsFor))).toEqual(new Set(["requester", "reviewer", "guarantor", null]));
    expect(requests.length).toBeGreaterThanOrEqual(16);
  });

  it("has one request late, two to confirm, and some confirmed wholly and in part", () => {
    expect(requests.filter(({ dueOn }) => dueOn !== null && dueOn < today).map(({ gate }) => gate)).toEqual([3]);
    const toConfirm = requests.filter(
      (request) => request.usedSince !== null && request.confirmed === null && (request.confirmOn ?? "9") <= today,
    );
    expect(toConfirm).toHaveLength(2);
    expect(new Set(requests.map(({ confirmed }) => confirmed))).toEqual(new Set(["yes", "partly", null]));
  });

  it("shows what happens on the way: waivers, a conclusion sent back, corrections, a second round", async () => {
    const kinds = await sql<{ kind: string; corrected: boolean }>`
      select distinct content ->> 'kind' as kind, content ? 'replaces' as corrected from request_entry`.execute(deps.db);
    const corrected = kinds.rows.filter((row) => row.corrected).map(({ kind }) => kind);
    expect(corrected.sort()).toEqual(["candidate-examined", "gate-concluded", "need-structured", "study-recorded"]);
    expect(kinds.rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["returned", "waiver-requested", "waiver-answered", "use-confirmed", "answer-given"]),
    );
    expect(await count(deps.db, "request where round = 2")).toBe(1);
    expect(await count(deps.db, 'request_entry where content @> \'{"kind": "waiver-answered", "granted": false}\'')).toBe(1);
  });

  it("has a lead time that rests on at least five requests of the last twelve months", async () => {
    const town = await authorityBySlug(deps.db, TOWN.slug);
    const lead = await readAuthority(deps.db, town?.id ?? ("" as never), (reader) => leadTime(reader, dayOf(deps.now())));
    expect(lead.served).toBeGreaterThanOrEqual(5);
    expect(lead.days).toBeGreaterThan(30);
  });

  it("runs software in every state, all of it known to the catalogue but what the tables say is not", async () => {
    const { rows } = await sql<{ name: string; state: string; linked: boolean }>`
      select name, state, software_slug is not null as linked from installation`.execute(deps.db);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["planned", "pilot", "in-service", "leaving", "retired"]));
    const declared = rows.filter(({ name }) => INSTALLATIONS.some((installation) => installation.name === name));
    expect(declared).toHaveLength(INSTALLATIONS.length);
    expect(
      declared
        .filter(({ linked }) => !linked)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Borne d’accueil", "Registre des clés"]);
  });

  it("has a journal that verifies, in the order of time", async () => {
    const town = await authorityBySlug(deps.db, TOWN.slug);
    expect(await verifyJournal(deps.db, town?.id ?? ("" as never))).toMatchObject({ intact: true });
    const { rows } = await sql<{ at: Date }>`select at from journal_entry order by sequence`.execute(deps.db);
    const instants = rows.map(({ at }) => at.getTime());
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  it("leaves recent news unread, and that alone", async () => {
    const { rows } = await sql<{ unread: Date; read: Date }>`
      select min(at) filter (where read_at is null) as unread, max(at) filter (where read_at is not null) as read from notification`.execute(
      deps.db,
    );
    expect(rows[0]?.unread.getTime()).toBeGreaterThan(rows[0]?.read.getTime() ?? Infinity);
  });

  it("is taken up where it stopped when it was interrupted", { timeout: 60_000 }, async () => {
    const interrupted = await testDeps();
    await loadCatalogue(interrupted.db, "data/catalogue");
    const town = await foundTown({ ...interrupted, now: () => new Date("2023-12-06T06:00:00Z") });
    const past = [...pastOf(town, interrupted.now())].sort((a, b) => a.at.getTime() - b.at.getTime());
    await playInOrder(interrupted, past.slice(0, 300));
    expect((await summaries(interrupted.db)).length).toBeLessThan(requests.length);
    await createDemonstration(interrupted);
    expect(await summaries(interrupted.db)).toEqual(requests);
    expect(await count(interrupted.db, "membership")).toBe(25);
    expect(await count(interrupted.db, "journal_entry")).toBe(await count(deps.db, "journal_entry"));
    expect(await verifyJournal(interrupted.db, town.id)).toMatchObject({ intact: true });
  });
});

it("never invents anything in a real authority", async () => {
  const deps = await testDeps();
  await createAuthority(deps, { name: "Valmontel", kind: "commune", slug: TOWN.slug });
  await expect(createDemonstration(deps)).rejects.toThrow("real authority");
});
