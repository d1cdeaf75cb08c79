import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { testDeps } from "#src/platform/testing.ts";
import { silentBefore } from "../domain/silence.ts";
import { anInventory, aPackage, NO_RULES, reported } from "../testing.ts";
import { packageDictionary } from "./package-dictionary.ts";
import { inventoryStore } from "./store-inventory.ts";

const deps = await testDeps();
const { db, clock } = deps;
const aTown = async (): Promise<AuthorityId> => (await anAuthority(deps)).id;

const machinesOf = (authorityId: string) =>
  db.selectFrom("machine").selectAll().where("authorityId", "=", authorityId).orderBy("firstSeenAt").orderBy("id").execute();
const changesOf = (authorityId: string) => db.selectFrom("machineChange").selectAll().where("authorityId", "=", authorityId).execute();
const lastSeen = async (machineId: string) =>
  (await db.selectFrom("machineContact").select("lastSeenAt").where("machineId", "=", machineId).executeTakeFirstOrThrow()).lastSeenAt;
const namesOf = async (ids: readonly number[]) =>
  (await db.selectFrom("package").select("name").where("id", "in", ids).orderBy("name").execute()).map(({ name }) => name);
/** The transaction that wrote each row last: the same means that nothing was written. */
const writersOf = async (table: string, authorityId: string) =>
  (await sql<{ xmin: string }>`select xmin::text from ${sql.table(table)} where authority_id = ${authorityId} order by 1`.execute(db)).rows;

/** Of these two, the first counts and the second is a part; the rest is unknown. */
const RULES = { software: "firefox-esr", part: "libc6" };
const { compileRules } = await import("../domain/mapping.ts");
const rules = compileRules([
  { family: "deb", pattern: RULES.software, verdict: "software", slug: "firefox" },
  { family: "deb", pattern: RULES.part, verdict: "part" },
]);

describe("an inventory that changes nothing", () => {
  it("writes the moment of this contact, and nothing else", async () => {
    const town = await aTown();
    const first = await reported(deps, town);
    const before = [
      await writersOf("machine", town),
      await writersOf("machine_change", town),
      await writersOf("package", town).catch(() => []),
    ];
    clock.advance(1);
    const second = await reported(deps, town);
    expect([first.outcome, second.outcome, second.machineId === first.machineId]).toEqual(["new", "unchanged", true]);
    expect([
      await writersOf("machine", town),
      await writersOf("machine_change", town),
      await writersOf("package", town).catch(() => []),
    ]).toEqual(before);
    expect(await lastSeen(first.machineId)).toEqual(clock.now);
    expect((await reported(deps, town, { packages: [aPackage("gimp")] })).outcome).toBe("changed");
    expect(await writersOf("machine", town)).not.toEqual(before[0]);
  });

  it("is of one authority alone, were the same machine in two", async () => {
    const [town, neighbour] = [await aTown(), await aTown()];
    const theirs = await reported(deps, neighbour);
    const before = await lastSeen(theirs.machineId);
    await reported(deps, town);
    clock.advance(1);
    expect((await reported(deps, town)).outcome).toBe("unchanged");
    expect(await lastSeen(theirs.machineId)).toEqual(before);
  });

  it("is recognised whatever the order of its packages, and when one is named twice", async () => {
    const town = await aTown();
    const packages = [aPackage("gimp"), aPackage("inkscape"), aPackage("vlc")];
    await reported(deps, town, { packages });
    expect((await reported(deps, town, { packages: packages.toReversed() })).outcome).toBe("unchanged");
  });
});

describe("packages", () => {
  it("are sorted into what counts, what nobody knows, and parts, and each is once in the dictionary", async () => {
    const [town, neighbour] = [await aTown(), await aTown()];
    const packages = [aPackage("firefox-esr"), aPackage("libc6"), aPackage("ferme-des-ormes")];
    for (const authority of [town, neighbour]) await reported(deps, authority, { packages }, { rules });
    const [ours] = await machinesOf(town);
    const [theirs] = await machinesOf(neighbour);
    expect([await namesOf(ours?.counted ?? []), await namesOf(ours?.unmapped ?? []), ours?.partsCount]).toEqual([
      ["firefox-esr"],
      ["ferme-des-ormes"],
      1,
    ]);
    expect([ours?.counted, ours?.unmapped, ours?.parts]).toEqual([theirs?.counted, theirs?.unmapped, theirs?.parts]);
  });

  it("are added once by a hundred inventories at a time", async () => {
    const town = await aTown();
    const packages = Array.from({ length: 300 }, (_, index) => aPackage(`nouveau-${index}`));
    // Two processes: neither remembers what the other found.
    const stores = [1, 2].map(() =>
      inventoryStore(
        deps,
        packageDictionary(db, () => NO_RULES),
      ),
    );
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const some = packages.filter((_, at) => (at * 7 + index) % 3 > 0);
        const inventory = anInventory({ packages: index % 2 ? some : some.toReversed(), hardware: `uuid:${index}-abcdef` });
        return stores[index % 2]?.({ authorityId: town, agentIdentity: `agent-${index}`, inventory });
      }),
    );
    expect(await machinesOf(town)).toHaveLength(100);
    const { rows } = await sql<{ names: number; rows: number }>`
      select count(distinct name) as names, count(*) as rows from package where name like 'nouveau-%'`.execute(db);
    expect(rows[0]).toEqual({ names: 300, rows: 300 });
  });

  it("of one name and thousands of versions are each kept, and found again", async () => {
    const dictionary = packageDictionary(db, () => NO_RULES);
    const packages = Array.from({ length: 5_000 }, (_, index) => aPackage("versions", { version: String(index) }));
    const first = await dictionary.sort(packages);
    expect(new Set(first.unmapped).size).toBe(5_000);
    expect(await dictionary.sort(packages)).toEqual(first);
  });

  it("are found again by a dictionary that forgets", async () => {
    const small = packageDictionary(db, () => NO_RULES, 3);
    const packages = Array.from({ length: 20 }, (_, index) => aPackage(`petit-${index}`));
    const first = await small.sort(packages);
    expect(await small.sort(packages)).toEqual(first);
    expect(first.unmapped).toHaveLength(20);
  });
});

describe("software that comes and goes", () => {
  it("is told from one inventory to the next, for what counts alone, and not at the first", async () => {
    const town = await aTown();
    const at = (names: readonly string[]) => reported(deps, town, { packages: names.map((name) => aPackage(name)) }, { rules });
    await at(["libc6", "une-autre"]);
    expect(await changesOf(town)).toEqual([]);
    clock.advance(1);
    await at(["libc6", "firefox-esr"]);
    clock.advance(1);
    await at(["libc6"]);
    const [came, left] = await changesOf(town);
    expect([await namesOf(came?.appeared ?? []), came?.disappeared]).toEqual([["firefox-esr"], []]);
    expect([left?.appeared, await namesOf(left?.disappeared ?? [])]).toEqual([[], ["firefox-esr"]]);
    const [machine] = await machinesOf(town);
    expect(machine?.counted).toEqual([]);
  });

  it("is forgotten after two years", async () => {
    const town = await aTown();
    const at = (names: readonly string[]) => reported(deps, town, { packages: names.map((name) => aPackage(name)) }, { rules });
    await at(["libc6"]);
    await at(["libc6", "firefox-esr"]);
    clock.advance(731);
    await at(["libc6"]);
    const changes = await changesOf(town);
    expect(changes.map(({ appeared, disappeared }) => [appeared.length, disappeared.length])).toEqual([[0, 1]]);
  });
});

describe("a partial inventory", () => {
  it("leaves as it was what it does not say", async () => {
    const town = await aTown();
    await reported(deps, town);
    const before = await machinesOf(town);
    clock.advance(1);
    const silent = { partial: true, kind: undefined, system: undefined, packages: undefined };
    expect((await reported(deps, town, silent)).outcome).toBe("unchanged");
    expect(await machinesOf(town)).toEqual(before);
    expect((await reported(deps, town, { ...silent, name: "poste-renomme" })).outcome).toBe("changed");
    const [machine] = await machinesOf(town);
    expect(machine).toMatchObject({ name: "poste-renomme", systemName: before[0]?.systemName, unmapped: before[0]?.unmapped });
  });

  it("that brings software brings all of it", async () => {
    const town = await aTown();
    await reported(deps, town, { packages: [aPackage("gimp"), aPackage("vlc")] });
    await reported(deps, town, { partial: true, packages: [aPackage("vlc", { version: "2.0" })] });
    const [machine] = await machinesOf(town);
    expect(machine?.unmapped).toHaveLength(1);
  });

  it("of a machine never seen is kept, and its software is unknown rather than none", async () => {
    const town = await aTown();
    const { outcome, machineId } = await reported(deps, town, { partial: true, packages: undefined, system: undefined, kind: undefined });
    expect(outcome).toBe("new");
    expect((await machinesOf(town))[0]).toMatchObject({ softwareAt: null, unmapped: [], system: "other" });
    clock.advance(1);
    expect(await reported(deps, town)).toEqual({ outcome: "changed", machineId });
    expect((await machinesOf(town))[0]).toMatchObject({ softwareAt: clock.now, system: "linux" });
    expect(await changesOf(town)).toEqual([]);
  });

  it("or a complete one that names no package loses nothing of the last that did", async () => {
    const town = await aTown();
    await reported(deps, town);
    const [before] = await machinesOf(town);
    await reported(deps, town, { packages: undefined });
    expect((await machinesOf(town))[0]?.unmapped).toEqual(before?.unmapped);
  });
});

describe("whose inventory it is", () => {
  it("a machine installed anew under another identity stands for the old one, and keeps its department", async () => {
    const authority = await anAuthority(deps);
    const { machineId: old } = await reported(deps, authority.id, { deviceId: "avant" });
    await db.updateTable("machine").set({ departmentId: authority.departments.it }).where("id", "=", old).execute();
    const { machineId, outcome } = await reported(deps, authority.id, { deviceId: "apres" });
    expect(outcome).toBe("new");
    const machines = await machinesOf(authority.id);
    expect(machines.map(({ id, replacedBy, departmentId }) => [id, replacedBy, departmentId]).sort()).toEqual(
      [
        [old, machineId, authority.departments.it],
        [machineId, null, authority.departments.it],
      ].sort(),
    );
    expect((await reported(deps, authority.id, { deviceId: "avant" })).machineId).toBe(old);
    expect((await machinesOf(authority.id)).every(({ replacedBy }) => replacedBy === null)).toBe(true);
  });

  it("two machines of one identity keep a line each, in turn and at once", async () => {
    const town = await aTown();
    const one = await reported(deps, town, { hardware: "uuid:aaaa-1111", name: "un" });
    const two = await reported(deps, town, { hardware: "uuid:bbbb-2222", name: "deux" });
    expect([one.outcome, two.outcome]).toEqual(["new", "new"]);
    for (const [facts, id] of [
      [{ hardware: "uuid:aaaa-1111", name: "un" }, one.machineId],
      [{ hardware: "uuid:bbbb-2222", name: "deux" }, two.machineId],
    ] as const)
      expect(await reported(deps, town, facts)).toEqual({ outcome: "unchanged", machineId: id });
    expect(await machinesOf(town)).toHaveLength(2);
  });

  it("a machine whose hardware says nothing is told by its identity, and learns its hardware later", async () => {
    const town = await aTown();
    const { machineId } = await reported(deps, town, { hardware: "" });
    expect(await reported(deps, town, { hardware: "" })).toEqual({ outcome: "unchanged", machineId });
    expect(await reported(deps, town)).toEqual({ outcome: "changed", machineId });
    expect(await reported(deps, town, { hardware: "" })).toEqual({ outcome: "unchanged", machineId });
    expect((await machinesOf(town))[0]?.hardware).not.toBeNull();
  });

  it("the same hardware in two authorities leaves two hashes that nobody can compare", async () => {
    const [town, neighbour] = [await aTown(), await aTown()];
    await reported(deps, town);
    await reported(deps, neighbour);
    const [ours, theirs] = [(await machinesOf(town))[0]?.hardware, (await machinesOf(neighbour))[0]?.hardware];
    expect(ours).toHaveLength(16);
    expect(ours?.equals(theirs ?? Buffer.alloc(0))).toBe(false);
  });

  it("a machine that was removed and reports again is back", async () => {
    const town = await aTown();
    const { machineId } = await reported(deps, town);
    await db.updateTable("machine").set({ removedAt: clock.now }).where("id", "=", machineId).execute();
    expect((await reported(deps, town)).machineId).toBe(machineId);
    expect((await machinesOf(town))[0]?.removedAt).toBeNull();
  });

  it("the same inventory sent thirty times at once makes one machine", async () => {
    const town = await aTown();
    const store = inventoryStore(
      deps,
      packageDictionary(db, () => NO_RULES),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => store({ authorityId: town, agentIdentity: "rejoue", inventory: anInventory() })),
    );
    expect(new Set(outcomes.map(({ machineId }) => machineId)).size).toBe(1);
    expect(outcomes.filter(({ outcome }) => outcome === "new")).toHaveLength(1);
  });
});

describe("silence", () => {
  it("begins sixty days after the last contact, by our clock", async () => {
    const town = await aTown();
    const { machineId } = await reported(deps, town);
    clock.advance(60);
    expect((await lastSeen(machineId)) < silentBefore(clock.now)).toBe(false);
    clock.advance(0.001);
    expect((await lastSeen(machineId)) < silentBefore(clock.now)).toBe(true);
    await reported(deps, town);
    expect((await lastSeen(machineId)) < silentBefore(clock.now)).toBe(false);
  });
});
