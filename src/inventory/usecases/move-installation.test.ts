import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId, type RequestId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { changesOf } from "../db/changes.ts";
import { installationById } from "../db/installations.ts";
import type { Installation } from "../domain/installation.ts";
import { anInstallation } from "../testing.ts";
import { changeState } from "./change-state.ts";
import type { PutInService } from "./put-in-service.ts";
import { retireInstallation } from "./retire-installation.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
const today = "2026-11-21" as LocalDate;
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
});

const read = (id: string): Promise<Installation | undefined> => readAuthority(db, ours.id, (reader) => installationById(reader, id));
const journalOf = (id: string): Promise<readonly string[]> =>
  readAuthority(db, ours.id, async (reader) => (await changesOf(reader, id)).map(({ what }) => what));

describe("changing the state of an installation", () => {
  it("is written with its day, and journaled, each step", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned" });
    expect((await changeState(deps, ours.reviewer, { id, from: "planned", to: "pilot", day: today })).ok).toBe(true);
    expect((await changeState(deps, ours.reviewer, { id, from: "pilot", to: "in-service", day: "2026-11-02" as LocalDate })).ok).toBe(true);
    expect((await changeState(deps, ours.reviewer, { id, from: "in-service", to: "leaving", day: today })).ok).toBe(true);
    expect((await retireInstallation(deps, ours.reviewer, { id, from: "leaving", day: today })).ok).toBe(true);
    expect(await read(id)).toMatchObject({ state: "retired", inServiceOn: "2026-11-02", retiredOn: "2026-11-21", version: 5 });
    expect(await journalOf(id)).toEqual(["installation-retired", "installation-leaving", "installation-in-service", "installation-pilot"]);
  });

  it("asked twice is done once", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned" });
    const input = { id, from: "planned", to: "pilot", day: today } as const;
    await changeState(deps, ours.reviewer, input);
    expect(await changeState(deps, ours.reviewer, input)).toEqual({ ok: true, value: { id } });
    expect(await journalOf(id)).toHaveLength(1);
  });

  it("tells the second of two people that it is not where they saw it", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned" });
    await changeState(deps, ours.administrator, { id, from: "planned", to: "pilot", day: today });
    expect(await changeState(deps, ours.reviewer, { id, from: "planned", to: "in-service", day: today })).toMatchObject({
      ok: false,
      error: { kind: "stale", current: { state: "pilot" }, change: { byName: "Adama Administratrice" } },
    });
  });

  it("refuses what the states do not allow", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "retired" });
    expect(await changeState(deps, ours.reviewer, { id, from: "retired", to: "in-service", day: today })).toEqual({
      ok: false,
      error: { kind: "not-possible", from: "retired", to: "in-service" },
    });
    expect(await read(id)).toMatchObject({ state: "retired", version: 1 });
  });

  it("is for those who manage the inventory of this authority", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned" });
    const input = { id, from: "planned", to: "pilot", day: today } as const;
    expect(await changeState(deps, ours.requester, input)).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await retireInstallation(deps, ours.electedOfficial, input)).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await changeState(deps, neighbour.reviewer, input)).toEqual({ ok: false, error: { kind: "not-found" } });
    expect((await changeState(deps, ours.reviewer, input)).ok).toBe(true);
  });
});

describe("the first use of what was planned for a request", () => {
  it("is told in the same transaction, once, with its day", async () => {
    const requestId = newId<RequestId>();
    const id = await anInstallation(deps, ours.reviewer, { state: "planned", requestId });
    const told: PutInService[] = [];
    const tell = async (_: unknown, event: PutInService): Promise<void> => void told.push(event);
    const enter = { id, from: "planned", to: "in-service", day: "2026-11-03" as LocalDate } as const;
    await changeState(deps, ours.reviewer, enter, tell);
    await changeState(deps, ours.reviewer, enter, tell);
    await changeState(deps, ours.reviewer, { ...enter, from: "in-service", to: "leaving" }, tell);
    await changeState(deps, ours.reviewer, { ...enter, from: "leaving" }, tell);
    expect(told).toEqual([
      { requestId, installationId: id, day: "2026-11-03", by: { id: ours.reviewer.id, role: "reviewer" }, at: deps.now() },
    ]);
  });

  it("is not told of what no request asked for", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned" });
    const fail = async (): Promise<void> => {
      throw new Error("told");
    };
    expect((await changeState(deps, ours.reviewer, { id, from: "planned", to: "in-service", day: today }, fail)).ok).toBe(true);
  });

  it("is not written when telling it fails", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "planned", requestId: newId<RequestId>() });
    const fail = async (): Promise<void> => {
      throw new Error("told");
    };
    await expect(changeState(deps, ours.reviewer, { id, from: "planned", to: "in-service", day: today }, fail)).rejects.toThrow("told");
    expect(await read(id)).toMatchObject({ state: "planned", version: 1 });
    expect(await journalOf(id)).toEqual([]);
  });
});
