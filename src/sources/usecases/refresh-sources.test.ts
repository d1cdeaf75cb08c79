import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { softwareBySlug } from "#src/catalogue/public.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import { aServer } from "#src/platform/remote/testing.ts";
import { recentImports } from "../db/imports.ts";
import { sourceById } from "../db/sources.ts";
import { isStale } from "../domain/staleness.ts";
import type { Fetch } from "./gather-files.ts";
import { refreshSources } from "./refresh-sources.ts";
import { setSourceAddress } from "./set-source-address.ts";

const { db } = await testDatabase();
const clock = { now: new Date("2026-01-05T08:00:00Z") };
const fetch: Fetch = (url, options) => fetchRemote(url, { ...options, allowPrivate: true, retries: 0 });
const deps = { db, now: () => clock.now, fetch };
const later = (hours: number): void => {
  clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
};
let ours: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
});

const NOTHING = { url: null, everyHours: null };
const set = (wanted: { url: string | null; everyHours: number | null }, read: typeof wanted = NOTHING) =>
  setSourceAddress(deps, ours.administrator, { id: "sill", read, wanted });
const source = async () => (await sourceById(db, "sill")) ?? expect.fail("no source");

describe("a source with an address and a period", () => {
  it("is fetched when its time has come, asked whether it changed, kept as it was when it fails, and read again when it is back", async () => {
    const state = { status: 200, name: "Publik" };
    const server = await aServer((request, response) => {
      const etag = `"${state.name}"`;
      response.setHeader("etag", etag);
      if (state.status !== 200) return void response.writeHead(state.status).end();
      if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
      response.end(JSON.stringify([{ id: 4, i: "Publik", l: "AGPL-3.0-or-later", "fr-desc": state.name }]));
    });
    expect((await set({ url: server.url, everyHours: 24 })).ok).toBe(true);
    expect(await refreshSources(deps)).toEqual([{ sourceId: "sill", outcome: "done" }]);
    expect(await softwareBySlug(db, "publik")).toMatchObject({ description: { fr: "Publik" } });
    expect(await refreshSources(deps)).toEqual([]);
    expect(isStale(await source(), clock.now)).toBe(false);

    later(24);
    expect(await refreshSources(deps)).toEqual([{ sourceId: "sill", outcome: "unchanged" }]);
    expect(await source()).toMatchObject({ fetchedAt: clock.now, failure: null });
    expect(await recentImports(db, 9)).toHaveLength(1);

    later(24);
    const confirmed = (await source()).fetchedAt;
    state.status = 503;
    expect(await refreshSources(deps)).toEqual([{ sourceId: "sill", outcome: "failed" }]);
    expect(await source()).toMatchObject({ fetchedAt: confirmed, checkedAt: clock.now, failure: "http-status 503" });
    expect(isStale(await source(), clock.now)).toBe(true);
    expect(await softwareBySlug(db, "publik")).toMatchObject({ description: { fr: "Publik" } });

    later(24);
    Object.assign(state, { status: 200, name: "Demarches" });
    expect(await refreshSources(deps)).toEqual([{ sourceId: "sill", outcome: "done" }]);
    expect(await source()).toMatchObject({ failure: null, etag: expect.any(String) });
    expect(await softwareBySlug(db, "publik")).toMatchObject({ description: { fr: "Demarches" } });
  });

  it("is fetched once, were several processes to look together", async () => {
    later(48);
    const refreshed = await Promise.all([refreshSources(deps), refreshSources(deps), refreshSources(deps)]);
    expect(refreshed.flat()).toHaveLength(1);
  });

  it("is out of date once two periods went by without news", () => {
    const fetchedAt = new Date("2026-01-01T00:00:00Z");
    const at = (hours: number): Date => new Date(fetchedAt.getTime() + hours * 3_600_000);
    expect(isStale({ everyHours: 24, fetchedAt, failure: null }, at(48))).toBe(false);
    expect(isStale({ everyHours: 24, fetchedAt, failure: null }, at(49))).toBe(true);
    expect(isStale({ everyHours: null, fetchedAt, failure: null }, at(9_000))).toBe(false);
    expect(isStale({ everyHours: null, fetchedAt, failure: "timeout" }, at(1))).toBe(true);
  });
});

describe("the address of a source", () => {
  it("is set by those who manage the catalogue, with an address where there is a period, and by one person at a time", async () => {
    const { url, everyHours } = await source();
    expect(await setSourceAddress(deps, ours.reviewer, { id: "sill", read: NOTHING, wanted: NOTHING })).toMatchObject({
      error: { kind: "not-allowed" },
    });
    expect(await set({ url: null, everyHours: 3 }, { url, everyHours })).toMatchObject({ error: { kind: "period-without-address" } });
    expect(await set({ url: "https://autre.example", everyHours: 3 })).toMatchObject({
      error: { kind: "stale", current: { everyHours: 24 } },
    });
    expect((await set({ url: "https://autre.example", everyHours: 3 }, { url, everyHours })).ok).toBe(true);
    expect((await set({ url: "https://autre.example", everyHours: 3 }, { url, everyHours })).ok).toBe(true);
    expect(await source()).toMatchObject({ url: "https://autre.example", etag: null, failure: null });
  });
});
