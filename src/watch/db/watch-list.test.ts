import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { addDays, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDeps } from "#src/platform/testing.ts";
import type { WatchScope, WatchView } from "../domain/watched.ts";
import { aDeclaredEnd, aFollow, aLifecycle } from "../testing.ts";
import { hitsOf } from "./hits.ts";
import { type WatchList, watchList } from "./watch-list.ts";

const deps = await testDeps();
const { db } = deps;
const today = dayOf(deps.now());
const inDays = (days: number): LocalDate => addDays(today, days);
let ours: TestAuthority;
let neighbour: TestAuthority;

const listOf = (view: WatchView, scope: WatchScope = "all", limit = 50, offset = 0): Promise<WatchList> =>
  readAuthority(db, ours.id, (reader) => watchList(reader, { personId: ours.requester.id, view, scope, today, limit, offset }));
const cyclesOf = async (view: WatchView, scope?: WatchScope): Promise<readonly string[]> =>
  (await listOf(view, scope)).items.map(({ name, cycle }) => `${name} ${cycle}`);

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await givenSoftware(db, { slug: "php" }, { slug: "redis" }, { slug: "old" }, { slug: "old-name" }, { slug: "idle" }, { slug: "theirs" });
  await db.updateTable("software").set({ mergedInto: "old" }).where("slug", "=", "old-name").execute();
  await aLifecycle(deps, {
    slug: "php",
    product: "php",
    cycles: [
      { cycle: "8.5", released: inDays(-30), ends: inDays(900) },
      { cycle: "8.4", released: inDays(-91), ends: inDays(181) },
      { cycle: "8.3", ends: inDays(180) },
      { cycle: "8.2", ends: inDays(10) },
      { cycle: "8.1", ends: inDays(-1) },
      { cycle: "8.0", ends: inDays(-400) },
    ],
  });
  await aLifecycle(deps, {
    slug: "old",
    product: "old",
    cycles: [
      { cycle: "2", ended: true },
      { cycle: "1", ends: inDays(-900) },
    ],
  });
  await aLifecycle(deps, { slug: "theirs", product: "theirs", cycles: [{ cycle: "1", ends: inDays(5) }] });
  await anInstallation(deps, ours.reviewer, {
    name: "Site",
    softwareSlug: "php",
    departmentIds: [ours.departments.culture, ours.departments.it],
  });
  await anInstallation(deps, ours.reviewer, { name: "Vieux", softwareSlug: "old-name" });
  await anInstallation(deps, ours.reviewer, { name: "Parti", softwareSlug: "idle", state: "retired" });
  await anInstallation(deps, neighbour.reviewer, { name: "Voisin", softwareSlug: "theirs" });
  await aFollow(deps, ours.requester, "redis");
});

describe("what ends", () => {
  it("is what comes within 180 days, the soonest first, then what is past, one line a software", async () => {
    expect(await cyclesOf("ends")).toEqual(["Php 8.2", "Php 8.3", "Php 8.1", "Old 1"]);
    const [, , past, dead] = (await listOf("ends")).items;
    expect(past).toMatchObject({
      older: 1,
      last: false,
      source: "endoflife.date",
      sourceUrl: "https://endoflife.date/php",
      asOf: deps.now(),
    });
    expect(dead).toMatchObject({ older: 1, last: true, run: true });
  });

  it("adds what the authority read itself, until the public source gives an end for the same cycle", async () => {
    await aDeclaredEnd(deps, ours.reviewer, { slug: "redis", cycle: "9", endsOn: inDays(20) });
    await aDeclaredEnd(deps, ours.reviewer, { slug: "php", cycle: "8.2", endsOn: inDays(50) });
    await aDeclaredEnd(deps, neighbour.reviewer, { slug: "redis", cycle: "3", endsOn: inDays(20) });
    expect(await cyclesOf("ends")).toEqual(["Php 8.2", "Redis 9", "Php 8.3", "Php 8.1", "Old 1"]);
    expect((await listOf("ends")).items[1]).toMatchObject({ declared: true, source: null, sourceUrl: "https://editeur.example/support" });
  });

  it("is of what we run, of what I follow, or of both; and of nobody else's", async () => {
    expect(await cyclesOf("ends", "followed")).toEqual(["Redis 9"]);
    expect(await cyclesOf("ends", "run")).not.toContain("Redis 9");
    expect((await listOf("ends")).software).toBe(3);
    expect((await listOf("ends", "followed")).software).toBe(1);
  });

  it("comes page by page, each line once, with the whole count", async () => {
    const pages = await Promise.all([0, 2, 4].map((offset) => listOf("ends", "all", 2, offset)));
    expect(pages.flatMap(({ items }) => items.map(({ cycle }) => cycle))).toEqual(["8.2", "9", "8.3", "8.1", "1"]);
    expect(pages.map(({ counts }) => counts.ends)).toEqual([5, 5, 5]);
    expect((await listOf("ends", "all", 2, 100)).counts.ends).toBe(5);
  });
});

describe("what is new, and what has changed", () => {
  it("is new for 90 days from its release; where no day is given, since it was seen", async () => {
    expect(await cyclesOf("new")).toEqual(["Php 8.5"]);
    await db.insertInto("softwareChange").values({ slug: "old", field: "cycle", after: "2", at: deps.now() }).execute();
    expect(await cyclesOf("new")).toEqual(["Old 2", "Php 8.5"]);
  });

  it("holds changes of licence of the year, and what is no longer maintained, with their source", async () => {
    const change = { slug: "redis", field: "licence", before: "BSD-3-Clause" };
    const long = new Date(deps.now().getTime() - 400 * 86_400_000);
    await db
      .insertInto("softwareChange")
      .values({ ...change, after: "RSAL", at: deps.now() })
      .execute();
    await db
      .insertInto("softwareChange")
      .values({ ...change, after: "MIT", at: long })
      .execute();
    await db
      .insertInto("softwareChange")
      .values({ slug: "old-name", field: "licence", before: "MIT", after: null, at: deps.now() })
      .execute();
    await db
      .updateTable("software")
      .set({ archived: true, provenance: JSON.stringify({ archived: "endoflife-date" }) })
      .where("slug", "=", "php")
      .execute();
    const { items, counts } = await listOf("changed");
    expect(items.map(({ what, name, after }) => [what, name, after])).toEqual([
      ["licence", "Old", null],
      ["licence", "Redis", "RSAL"],
      ["archived", "Php", null],
    ]);
    expect(items[2]).toMatchObject({ day: null, source: "endoflife.date" });
    expect(counts).toEqual({ ends: 5, new: 2, changed: 3 });
  });
});

describe("where it is with us", () => {
  it("names our installations and their departments, also under the name that a software had before", async () => {
    const hits = await readAuthority(db, ours.id, (reader) => hitsOf(reader, ["php", "old", "idle", "theirs"]));
    expect(hits.get("php")).toMatchObject({
      total: 1,
      installations: [{ name: "Site", departments: ["Culture", "Systèmes d’information"] }],
    });
    expect(hits.get("old")?.installations[0]?.name).toBe("Vieux");
    expect([hits.get("idle"), hits.get("theirs")]).toEqual([undefined, undefined]);
  });

  it("shows some of many, and says how many there are", async () => {
    for (let index = 0; index < 7; index += 1) await anInstallation(deps, ours.reviewer, { name: `R${index}`, softwareSlug: "redis" });
    const hits = await readAuthority(db, ours.id, (reader) => hitsOf(reader, ["redis"]));
    expect([hits.get("redis")?.installations.length, hits.get("redis")?.total]).toEqual([5, 7]);
  });
});
