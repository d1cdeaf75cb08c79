import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId, type RequestId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { changesOf } from "./db/changes.ts";
import {
  allInServiceFacts,
  extendInstallation,
  firstUseOf,
  type InstallationMatch,
  installationById,
  installationsOfSoftware,
  matchInstallations,
  type PlanInput,
  planInstallation,
  shareOfFree,
} from "./public.ts";
import { anInstallation } from "./testing.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
let ours: TestAuthority;
let neighbour: TestAuthority;
let by: PlanInput["by"];

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  by = { id: ours.reviewer.id, role: "reviewer" };
  await givenSoftware(db, { slug: "koha" });
});

describe("installations that may answer a need", () => {
  const ids: Record<string, InstallationId> = {};
  beforeAll(async () => {
    const declare = async (name: string, purpose: string, rest: object = {}): Promise<void> => {
      ids[name] = await anInstallation(deps, ours.reviewer, { name, purpose, ...rest });
    };
    await declare("GRR", "Réservation des salles et du matériel", { departmentIds: [ours.departments.culture], users: 40 });
    await declare("LibreOffice", "Traitement de texte, tableur", { state: "in-service" });
    await declare("Koha", "Catalogue et prêts de la médiathèque", { softwareSlug: "koha" });
    await declare("Salles anciennes", "Réservation des salles", { state: "retired" });
    await declare("Nouvelle billetterie", "Vente de places de spectacle", { state: "planned" });
    await anInstallation(deps, neighbour.reviewer, { name: "GRR", purpose: "Réservation des salles" });
  });
  const match = (words: string, softwareSlugs: readonly string[] = [], limit = 10): Promise<readonly InstallationMatch[]> =>
    readAuthority(db, ours.id, (reader) => matchInstallations(reader, { words, softwareSlugs, limit }));
  const names = async (words: string): Promise<readonly string[]> => (await match(words)).map(({ name }) => name);

  it("are found by the stems of their purpose, with or without accents, and say why", async () => {
    expect(await match("reserver une salle")).toEqual([
      {
        id: ids.GRR,
        name: "GRR",
        state: "in-service",
        purpose: "Réservation des salles et du matériel",
        users: 40,
        free: null,
        departments: [{ id: ours.departments.culture, name: "Culture" }],
        why: { words: ["reserver", "salle"], likeName: false, software: false },
      },
    ]);
  });

  it("are found by a name mistyped", async () => {
    expect(await names("libre ofice")).toEqual(["LibreOffice"]);
    expect(await names("LibreOfice Writer pour tous")).toEqual(["LibreOffice"]);
    expect(await names("Khoa")).toEqual([]);
  });

  it("are found by the software that the catalogue finds", async () => {
    expect(await match("SIGB", ["koha"])).toMatchObject([
      { name: "Koha", free: true, why: { words: [], likeName: false, software: true } },
    ]);
  });

  it("come best covered first, those that are planned too, retired ones and a neighbour's never", async () => {
    expect(await names("vente de places")).toEqual(["Nouvelle billetterie"]);
    expect(await names("catalogue salles matériel")).toEqual(["GRR", "Koha"]);
    expect(await match("salles", [], 0)).toEqual([]);
  });

  it("are not found by one chance word among many", async () => {
    expect(await names("médiathèque numérique ouverte aux jeunes publics")).toEqual([]);
    expect(await names("médiathèque : prêts, retards, jeunes publics")).toEqual(["Koha"]);
  });

  it("are found by no words at all, words that say nothing, or hostile ones: none, and no fault", async () => {
    for (const words of ["", "   ", "de la les", "' | & ! :* <-> \\ %", "\u{1F600}", "a".repeat(100_000), "l'''eau & \\'", "null"])
      expect(await match(words)).toEqual([]);
  });
});

describe("an installation planned by a request", () => {
  const plan = (requestId: RequestId, rest: Partial<PlanInput> = {}): PlanInput => ({
    id: newId<InstallationId>(),
    name: "Paheko",
    softwareSlug: null,
    free: true,
    departmentIds: [ours.departments.it],
    users: 5,
    purpose: "Adhérents",
    requestId,
    by,
    at: deps.now(),
    ...rest,
  });

  it("is created as planned, journaled, and once for a request", async () => {
    const requestId = newId<RequestId>();
    const first = plan(requestId);
    const results = await inAuthority(db, ours.id, async (trx) =>
      ok([await planInstallation(trx, first), await planInstallation(trx, plan(requestId))]),
    );
    expect(results.value).toEqual([
      { id: first.id, created: true },
      { id: first.id, created: false },
    ]);
    const [found, changes] = await readAuthority(db, ours.id, async (reader) => [
      await installationById(reader, first.id),
      await changesOf(reader, first.id),
    ]);
    expect(found).toMatchObject({ state: "planned", requestId, users: 5, free: true, departments: [{ name: "Systèmes d’information" }] });
    expect(changes).toMatchObject([{ what: "installation-planned" }]);
  });

  it("is unknown to a neighbour", async () => {
    const input = plan(newId<RequestId>());
    await inAuthority(db, ours.id, async (trx) => ok(await planInstallation(trx, input)));
    expect(await readAuthority(db, ours.id, (reader) => installationById(reader, input.id))).toBeDefined();
    expect(await readAuthority(db, neighbour.id, (reader) => installationById(reader, input.id))).toBeUndefined();
  });
});

describe("an installation extended to a request", () => {
  it("gains departments and the users stated, once for a request", async () => {
    const id = await anInstallation(deps, ours.reviewer, { users: 10, departmentIds: [ours.departments.culture] });
    const input = {
      installationId: id,
      departmentIds: [ours.departments.culture, ours.departments.it],
      addedUsers: 5,
      requestId: newId<RequestId>(),
      by,
      at: deps.now(),
    };
    expect(await inAuthority(db, ours.id, (trx) => extendInstallation(trx, input))).toEqual({ ok: true, value: { extended: true } });
    expect(await inAuthority(db, ours.id, (trx) => extendInstallation(trx, input))).toEqual({ ok: true, value: { extended: false } });
    const found = await readAuthority(db, ours.id, (reader) => installationById(reader, id));
    expect(found).toMatchObject({ users: 15, departments: [{ name: "Culture" }, { name: "Systèmes d’information" }], requestId: null });
  });

  it("whose users nobody knew still has none known", async () => {
    const id = await anInstallation(deps, ours.reviewer);
    const input = { installationId: id, departmentIds: [], addedUsers: 5, requestId: newId<RequestId>(), by, at: deps.now() };
    await inAuthority(db, ours.id, (trx) => extendInstallation(trx, input));
    expect(await readAuthority(db, ours.id, (reader) => installationById(reader, id))).toMatchObject({ users: null });
  });

  it("is refused when it is retired, or another authority's", async () => {
    const retired = await anInstallation(deps, ours.reviewer, { state: "retired" });
    const theirs = await anInstallation(deps, neighbour.reviewer);
    const input = { departmentIds: [], addedUsers: null, requestId: newId<RequestId>(), by, at: deps.now() };
    expect(await inAuthority(db, ours.id, (trx) => extendInstallation(trx, { ...input, installationId: retired }))).toEqual({
      ok: false,
      error: { kind: "retired" },
    });
    expect(await inAuthority(db, ours.id, (trx) => extendInstallation(trx, { ...input, installationId: theirs }))).toEqual({
      ok: false,
      error: { kind: "not-found" },
    });
  });
});

describe("the first use of what answers a request", () => {
  it("is the day when what was planned came into service, or the day of the extension; nothing before", async () => {
    const [planned, used, extended] = [newId<RequestId>(), newId<RequestId>(), newId<RequestId>()];
    await anInstallation(deps, ours.reviewer, { state: "planned", requestId: planned });
    await anInstallation(deps, ours.reviewer, { requestId: used, inServiceOn: "2026-10-05" as LocalDate });
    const there = await anInstallation(deps, ours.reviewer, { inServiceOn: "2015-01-01" as LocalDate });
    const input = { installationId: there, departmentIds: [], addedUsers: null, requestId: extended, by, at: deps.now() };
    await inAuthority(db, ours.id, (trx) => extendInstallation(trx, input));
    const uses = await readAuthority(db, ours.id, (reader) => firstUseOf(reader, [planned, used, extended, newId()]));
    expect([...uses.keys()].sort()).toEqual([used, extended].sort());
    expect(uses.get(used)).toMatchObject({ day: "2026-10-05", how: "put-in-service" });
    expect(uses.get(extended)).toMatchObject({ day: "2026-11-21", how: "extended" });
    expect((await readAuthority(db, neighbour.id, (reader) => firstUseOf(reader, [used, extended]))).size).toBe(0);
    expect((await readAuthority(db, ours.id, (reader) => firstUseOf(reader, []))).size).toBe(0);
  });
});

describe("the share of free software", () => {
  it("counts what is in service alone, apart from what nobody knows, the catalogue's word first", async () => {
    const town = await anAuthority(deps, { name: "Ville des parts" });
    const empty = await readAuthority(db, town.id, (reader) => shareOfFree(reader, "2026-01-05" as LocalDate));
    expect(empty).toMatchObject({ free: 0, known: 0, inService: 0 });
    const facts = [
      { free: true },
      { free: false },
      { free: null },
      { free: false, softwareSlug: "koha" },
      { free: true, state: "planned" },
      { free: true, state: "retired" },
      { free: true, state: "leaving" },
    ] as const;
    for (const each of facts) await anInstallation(deps, town.reviewer, each);
    const share = await readAuthority(db, town.id, (reader) => shareOfFree(reader, "2026-01-05" as LocalDate));
    expect(share).toEqual({ free: 2, known: 3, inService: 4, asOf: "2026-01-05" });
  });
});

describe("the installations of a software", () => {
  it("are those of this authority that are not retired", async () => {
    const town = await anAuthority(deps, { name: "Ville à deux Koha" });
    await anInstallation(deps, town.reviewer, { name: "Koha centre", softwareSlug: "koha" });
    await anInstallation(deps, town.reviewer, { name: "Koha ancien", softwareSlug: "koha", state: "retired" });
    const found = await readAuthority(db, town.id, (reader) => installationsOfSoftware(reader, "koha"));
    expect(found.map(({ name }) => name)).toEqual(["Koha centre"]);
    expect(await readAuthority(db, town.id, (reader) => installationsOfSoftware(reader, "unknown"))).toEqual([]);
  });
});

describe("the facts of what is in service", () => {
  it("name, of software that people said is another, the one that stands for both", async () => {
    await givenSoftware(db, { slug: "bokeh", name: "Bokeh" }, { slug: "bokeh-bis", name: "Bokeh (bis)", free: false });
    await db.updateTable("software").set({ mergedInto: "bokeh" }).where("slug", "=", "bokeh-bis").execute();
    const town = await anAuthority(deps, { name: "Ville aux deux portails" });
    await anInstallation(deps, town.reviewer, { name: "Portail", softwareSlug: "bokeh-bis" });
    await anInstallation(deps, town.reviewer, { name: "Registre", softwareSlug: null });
    const facts = await readAuthority(db, town.id, (reader) => allInServiceFacts(reader));
    expect(facts.map(({ softwareSlug, softwareName, free }) => [softwareSlug, softwareName, free])).toEqual([
      ["bokeh", "Bokeh", true],
      [null, null, null],
    ]);
  });
});
