import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId, type RequestId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { changesOf } from "../db/changes.ts";
import { installationById } from "../db/installations.ts";
import { NO_DETAILS } from "../domain/details.ts";
import type { Installation } from "../domain/installation.ts";
import { anInstallation } from "../testing.ts";
import { type EditInput, editInstallation } from "./edit-installation.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
});

const input = (id: InstallationId, facts: Partial<EditInput["facts"]> = {}, rest: Partial<EditInput> = {}): EditInput => ({
  id,
  version: 1,
  facts: {
    ...NO_DETAILS,
    name: "GRR 4",
    declaredFree: true,
    purpose: "Salles",
    users: 12,
    departmentIds: [ours.departments.library],
    ...facts,
  },
  inServiceOn: null,
  ...rest,
});
const read = (id: string): Promise<Installation | undefined> => readAuthority(db, ours.id, (reader) => installationById(reader, id));

describe("correcting an installation", () => {
  it("replaces what is declared, its departments too, and journals it", async () => {
    const id = await anInstallation(deps, ours.reviewer, { name: "GRR", departmentIds: [ours.departments.culture] });
    expect((await editInstallation(deps, ours.reviewer, input(id, {}, { inServiceOn: "2020-02-03" as LocalDate }))).ok).toBe(true);
    expect(await read(id)).toMatchObject({
      name: "GRR 4",
      free: true,
      purpose: "Salles",
      users: 12,
      inServiceOn: "2020-02-03",
      version: 2,
      departments: [{ id: ours.departments.library }],
    });
    expect(await readAuthority(db, ours.id, (reader) => changesOf(reader, id))).toMatchObject([{ what: "installation-edited" }]);
  });

  it("tells the second of two people what the first has written, and writes nothing", async () => {
    const id = await anInstallation(deps, ours.reviewer);
    expect((await editInstallation(deps, ours.administrator, input(id, { users: 20 }))).ok).toBe(true);
    expect(await editInstallation(deps, ours.reviewer, input(id, { users: 30 }))).toMatchObject({
      ok: false,
      error: {
        kind: "stale",
        current: { users: 20, version: 2 },
        change: { what: "installation-edited", byName: "Adama Administratrice" },
      },
    });
    expect(await read(id)).toMatchObject({ users: 20 });
    expect((await editInstallation(deps, ours.reviewer, input(id, { users: 30 }, { version: 2 }))).ok).toBe(true);
  });

  it("sent twice corrects once", async () => {
    const id = await anInstallation(deps, ours.reviewer);
    await editInstallation(deps, ours.reviewer, input(id));
    expect(await editInstallation(deps, ours.reviewer, input(id))).toEqual({ ok: true, value: { id } });
    expect(await read(id)).toMatchObject({ version: 2 });
  });

  it("keeps a department closed since, and accepts no other closed one nor a neighbour's", async () => {
    const id = await anInstallation(deps, ours.reviewer, { departmentIds: [ours.departments.it] });
    await db.updateTable("department").set({ closedAt: new Date() }).where("id", "=", ours.departments.it).execute();
    expect((await editInstallation(deps, ours.reviewer, input(id, { departmentIds: [ours.departments.it] }))).ok).toBe(true);
    expect((await editInstallation(deps, ours.reviewer, input(id, { departmentIds: [] }, { version: 2 }))).ok).toBe(true);
    for (const departmentId of [ours.departments.it, neighbour.departments.culture]) {
      expect(await editInstallation(deps, ours.reviewer, input(id, { departmentIds: [departmentId] }, { version: 3 }))).toEqual({
        ok: false,
        error: { kind: "unknown-department" },
      });
    }
    await db.updateTable("department").set({ closedAt: null }).where("id", "=", ours.departments.it).execute();
  });

  it("leaves the day of service of what answers a request: the request has recorded it", async () => {
    const facts = { requestId: newId<RequestId>(), inServiceOn: "2026-10-01" as LocalDate };
    const id = await anInstallation(deps, ours.reviewer, facts);
    expect((await editInstallation(deps, ours.reviewer, input(id, {}, { inServiceOn: "2020-01-01" as LocalDate }))).ok).toBe(true);
    expect(await read(id)).toMatchObject({ name: "GRR 4", inServiceOn: "2026-10-01" });
  });

  it("leaves what is retired as it was", async () => {
    const id = await anInstallation(deps, ours.reviewer, { state: "retired" });
    expect(await editInstallation(deps, ours.reviewer, input(id))).toEqual({ ok: false, error: { kind: "retired" } });
  });

  it("is for those who manage the inventory of this authority: for a neighbour it does not exist", async () => {
    const id = await anInstallation(deps, ours.reviewer);
    expect(await editInstallation(deps, ours.requester, input(id))).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await editInstallation(deps, neighbour.reviewer, input(id))).toEqual({ ok: false, error: { kind: "not-found" } });
    expect((await editInstallation(deps, ours.reviewer, input(id))).ok).toBe(true);
  });
});
