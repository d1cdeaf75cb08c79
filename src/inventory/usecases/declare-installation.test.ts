import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type DepartmentId, type InstallationId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { changesOf } from "../db/changes.ts";
import { installationById } from "../db/installations.ts";
import { NO_DETAILS } from "../domain/details.ts";
import type { Installation } from "../domain/installation.ts";
import { anInstallation } from "../testing.ts";
import { type DeclareInput, declareInstallation } from "./declare-installation.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  await givenSoftware(
    db,
    { slug: "libreoffice", name: "LibreOffice", aliases: ["Libre Office", "LO"] },
    { slug: "lo", name: "LO", free: false },
    { slug: "doublon", aliases: ["Jumeau"] },
    { slug: "doublon-2", free: false, aliases: ["Jumeau"] },
  );
});

const input = (facts: Partial<DeclareInput["facts"]> = {}, rest: Partial<DeclareInput> = {}): DeclareInput => ({
  id: newId<InstallationId>(),
  facts: { ...NO_DETAILS, name: `Logiciel ${newId()}`, declaredFree: null, purpose: "", users: null, departmentIds: [], ...facts },
  state: "in-service",
  inServiceOn: null,
  another: false,
  ...rest,
});
const read = (authority: TestAuthority, id: string): Promise<Installation | undefined> =>
  readAuthority(db, authority.id, (reader) => installationById(reader, id));

describe("declaring an installation", () => {
  it("writes what is known of it, and journals it", async () => {
    const { culture, library } = ours.departments;
    const given = input(
      { name: "GRR", declaredFree: true, purpose: "Réserver des salles", users: 40, departmentIds: [library, culture] },
      { inServiceOn: "2019-09-01" as LocalDate },
    );
    expect(await declareInstallation(deps, ours.reviewer, given)).toEqual({ ok: true, value: { id: given.id } });
    expect(await read(ours, given.id)).toEqual({
      id: given.id,
      name: "GRR",
      softwareSlug: null,
      softwareName: null,
      free: true,
      declaredFree: true,
      state: "in-service",
      purpose: "Réserver des salles",
      users: 40,
      inServiceOn: "2019-09-01",
      retiredOn: null,
      requestId: null,
      version: 1,
      ...NO_DETAILS,
      answerableDepartment: null,
      departments: [
        { id: library, name: "Bibliothèque" },
        { id: culture, name: "Culture" },
      ],
    });
    const changes = await readAuthority(db, ours.id, (reader) => changesOf(reader, given.id));
    expect(changes).toMatchObject([{ what: "installation-declared", byName: "Ivan Instructeur" }]);
    expect(await verifyJournal(db, ours.id)).toMatchObject({ intact: true });
  });

  it("is for those who manage the inventory", async () => {
    expect((await declareInstallation(deps, ours.administrator, input())).ok).toBe(true);
    for (const agent of [ours.requester, ours.guarantor, ours.electedOfficial, ours.dataProtectionOfficer]) {
      expect(await declareInstallation(deps, agent, input())).toEqual({ ok: false, error: { kind: "not-allowed" } });
    }
  });

  it("sent twice declares once", async () => {
    const given = input({ users: 3 });
    await declareInstallation(deps, ours.reviewer, given);
    expect(await declareInstallation(deps, ours.reviewer, { ...given, facts: { ...given.facts, users: 4 } })).toEqual({
      ok: true,
      value: { id: given.id },
    });
    expect(await read(ours, given.id)).toMatchObject({ users: 3, version: 1 });
    expect(await readAuthority(db, ours.id, (reader) => changesOf(reader, given.id))).toHaveLength(1);
  });

  it("links the software whose name or alias it bears, and takes the catalogue's word on its freedom", async () => {
    const named = input({ name: "LIBRE OFFICE", declaredFree: false });
    await declareInstallation(deps, ours.reviewer, named);
    expect(await read(ours, named.id)).toMatchObject({
      softwareSlug: "libreoffice",
      softwareName: "LibreOffice",
      free: true,
      declaredFree: false,
    });
    const exact = input({ name: "LO" });
    await declareInstallation(deps, ours.reviewer, exact);
    expect(await read(ours, exact.id)).toMatchObject({ softwareSlug: "lo", free: false });
    const ambiguous = input({ name: "Jumeau" });
    await declareInstallation(deps, ours.reviewer, ambiguous);
    expect(await read(ours, ambiguous.id)).toMatchObject({ softwareSlug: null, free: null });
  });

  it("says when the name is declared already, unless it is said to be another", async () => {
    const first = await anInstallation(deps, ours.reviewer, { name: "OpenÉlec" });
    const again = input({ name: "openelec" });
    expect(await declareInstallation(deps, ours.reviewer, again)).toEqual({
      ok: false,
      error: { kind: "already-declared", id: first, name: "OpenÉlec" },
    });
    expect((await declareInstallation(deps, ours.reviewer, { ...again, another: true })).ok).toBe(true);
    await anInstallation(deps, ours.reviewer, { name: "Ancien", state: "retired" });
    expect((await declareInstallation(deps, ours.reviewer, input({ name: "Ancien" }))).ok).toBe(true);
  });

  it("declares once what two people declare at the same moment under one name", async () => {
    const results = await Promise.all([1, 2, 3].map(() => declareInstallation(deps, ours.reviewer, input({ name: "Simultané" }))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("refuses a department that does not exist, is closed, or is a neighbour's", async () => {
    expect((await declareInstallation(deps, ours.reviewer, input({ departmentIds: [ours.departments.it] }))).ok).toBe(true);
    const refusal = { ok: false, error: { kind: "unknown-department" } };
    expect(await declareInstallation(deps, ours.reviewer, input({ departmentIds: [neighbour.departments.it] }))).toEqual(refusal);
    expect(await declareInstallation(deps, ours.reviewer, input({ departmentIds: [newId<DepartmentId>()] }))).toEqual(refusal);
    await db.updateTable("department").set({ closedAt: new Date() }).where("id", "=", ours.departments.it).execute();
    expect(await declareInstallation(deps, ours.reviewer, input({ departmentIds: [ours.departments.it] }))).toEqual(refusal);
    await db.updateTable("department").set({ closedAt: null }).where("id", "=", ours.departments.it).execute();
  });

  it("refuses a day of service that has not come, or that a plan cannot have", async () => {
    expect((await declareInstallation(deps, ours.reviewer, input({}, { inServiceOn: "2026-11-21" as LocalDate }))).ok).toBe(true);
    expect(await declareInstallation(deps, ours.reviewer, input({}, { inServiceOn: "2026-11-22" as LocalDate }))).toEqual({
      ok: false,
      error: { kind: "day-in-future" },
    });
    expect(await declareInstallation(deps, ours.reviewer, input({}, { state: "planned", inServiceOn: "2026-11-01" as LocalDate }))).toEqual(
      {
        ok: false,
        error: { kind: "not-in-service-yet" },
      },
    );
  });

  it("stays unknown to a neighbour, who may declare the same name", async () => {
    const given = input({ name: "Chez nous" });
    await declareInstallation(deps, ours.reviewer, given);
    expect(await read(ours, given.id)).toMatchObject({ name: "Chez nous" });
    expect(await read(neighbour, given.id)).toBeUndefined();
    expect((await declareInstallation(deps, neighbour.reviewer, input({ name: "Chez nous" }))).ok).toBe(true);
  });
});
