import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { changesOf } from "../db/changes.ts";
import { interfacesOf, neighboursOf } from "../db/interfaces.ts";
import { anInstallation } from "../testing.ts";
import { type AddInterfaceInput, addInterface } from "./add-interface.ts";
import { removeInterface } from "./remove-interface.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
let ours: TestAuthority;
let neighbour: TestAuthority;
let [app, base, directory]: readonly InstallationId[] = [];

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  [app, base, directory] = await Promise.all(
    ["Finances", "PostgreSQL", "Annuaire"].map((name) => anInstallation(deps, ours.reviewer, { name })),
  );
});

const tie = (
  from: InstallationId | undefined,
  to: InstallationId | undefined,
  rest: Partial<AddInterfaceInput> = {},
): AddInterfaceInput => ({
  id: newId<string>(),
  installationId: from ?? newId<InstallationId>(),
  neededId: to ?? newId<InstallationId>(),
  kind: "data",
  description: "",
  ...rest,
});
const refusal = (kind: string): object => ({ ok: false, error: { kind } });

describe("what an installation needs", () => {
  it("is declared, shown from both ends, and journaled", async () => {
    const input = tie(app, base, { description: "Écritures comptables" });
    expect(await addInterface(deps, ours.reviewer, input)).toEqual({ ok: true, value: { id: input.id, neededName: "PostgreSQL" } });
    const [needs, neededBy, all, changes] = await readAuthority(db, ours.id, async (reader) => [
      await neighboursOf(reader, app ?? ""),
      await neighboursOf(reader, base ?? ""),
      await interfacesOf(reader),
      await changesOf(reader, app ?? ""),
    ]);
    expect(needs).toMatchObject([{ needed: true, name: "PostgreSQL", kind: "data", description: "Écritures comptables" }]);
    expect(neededBy).toMatchObject([{ needed: false, name: "Finances" }]);
    expect(all).toEqual([{ installationId: app, neededId: base, kind: "data" }]);
    expect(changes).toMatchObject([{ what: "interface-added" }]);
  });

  it("sent twice is declared once; the same tie again is refused, another kind of tie is not", async () => {
    const input = tie(app, directory, { kind: "sign-in" });
    const first = await addInterface(deps, ours.reviewer, input);
    expect(await addInterface(deps, ours.reviewer, input)).toEqual(first);
    expect(await addInterface(deps, ours.reviewer, { ...input, id: newId<string>() })).toEqual(refusal("already-tied"));
    expect((await addInterface(deps, ours.reviewer, tie(app, directory))).ok).toBe(true);
  });

  it("may be mutual, and never itself, a retired one, or a neighbour's", async () => {
    expect((await addInterface(deps, ours.reviewer, tie(base, app))).ok).toBe(true);
    expect(await addInterface(deps, ours.reviewer, tie(app, app))).toEqual(refusal("itself"));
    const retired = await anInstallation(deps, ours.reviewer, { state: "retired" });
    const theirs = await anInstallation(deps, neighbour.reviewer);
    for (const needed of [retired, theirs, undefined])
      expect(await addInterface(deps, ours.reviewer, tie(app, needed))).toEqual(refusal("unknown-needed"));
    expect(await addInterface(deps, ours.reviewer, tie(retired, app))).toEqual(refusal("retired"));
    expect(await addInterface(deps, ours.reviewer, tie(theirs, app))).toEqual(refusal("not-found"));
    expect(await addInterface(deps, ours.requester, tie(app, base))).toEqual(refusal("not-allowed"));
  });

  it("is removed from either end, once, by those who manage the inventory of this authority", async () => {
    const input = tie(directory, base);
    await addInterface(deps, ours.reviewer, input);
    const end = { id: input.id, installationId: input.neededId };
    expect(await removeInterface(deps, ours.requester, end)).toEqual(refusal("not-allowed"));
    expect(await removeInterface(deps, neighbour.reviewer, end)).toEqual(refusal("not-found"));
    const tied = (): Promise<number> => readAuthority(db, ours.id, async (reader) => (await neighboursOf(reader, directory ?? "")).length);
    const before = await tied();
    expect((await removeInterface(deps, ours.reviewer, { ...end, installationId: app ?? end.installationId })).ok).toBe(true);
    expect(await tied()).toBe(before);
    for (let time = 0; time < 2; time += 1) expect((await removeInterface(deps, ours.reviewer, end)).ok).toBe(true);
    expect(await tied()).toBe(before - 1);
    const changes = await readAuthority(db, ours.id, (reader) => changesOf(reader, directory ?? ""));
    expect(changes.filter(({ what }) => what === "interface-removed")).toHaveLength(1);
  });
});
