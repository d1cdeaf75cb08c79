import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId, type RequestId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority, readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { listInstallations } from "../db/list-installations.ts";
import { standingOn } from "../db/standings.ts";
import { SOME_WORDS } from "../domain/testing.ts";
import { anInterface } from "../testing.ts";
import { changeState } from "./change-state.ts";
import { confirmImport } from "./confirm-import.ts";
import { extendInstallation } from "./extend-installation.ts";
import { matchColumns } from "./match-columns.ts";
import { sendImport } from "./send-import.ts";
import { undoImport } from "./undo-import.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-11-21T10:00:00Z") };
const words = SOME_WORDS;
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
});

async function sent(text: string): Promise<string> {
  const id = newId<string>();
  const result = await sendImport(deps, ours.reviewer, { id, fileName: "parc.csv", bytes: new TextEncoder().encode(text), words });
  if (!result.ok) throw new Error(result.error.kind);
  return id;
}
async function imported(text: string): Promise<string> {
  const id = await sent(text);
  expect((await confirmImport(deps, ours.reviewer, { id, words })).ok).toBe(true);
  return id;
}
const found = (search: string): Promise<readonly { readonly id: InstallationId; readonly name: string }[]> =>
  readAuthority(db, ours.id, async (reader) => {
    const filter = { search, state: undefined, departmentIds: undefined, freedom: undefined };
    return (await listInstallations(reader, { filter, sort: "name", descending: false, limit: 10_000, offset: 0 })).rows;
  });
const idOf = async (name: string): Promise<InstallationId> => {
  const [one] = await found(name);
  if (one === undefined) throw new Error(`${name} is missing`);
  return one.id;
};

describe("undoing an import", () => {
  it("removes all that it created, with departments and history, once, and journals it", async () => {
    const others = await found("");
    const id = await imported("nom;services;depuis\nDéfait A;Culture|Bibliothèque;2019-01-01\nDéfait B;;\n;;\n");
    expect(await found("Défait")).toHaveLength(2);
    const day = "2020-01-01" as LocalDate;
    expect(await readAuthority(db, ours.id, (reader) => standingOn(reader, day))).toHaveLength(1);
    const undone = { ok: true, value: { removed: 2, kept: [] } };
    expect(await undoImport(deps, ours.reviewer, { id })).toEqual(undone);
    expect(await undoImport(deps, ours.administrator, { id })).toEqual(undone);
    expect(await found("")).toEqual(others);
    expect(await readAuthority(db, ours.id, (reader) => standingOn(reader, day))).toEqual([]);
    const entries = await db.selectFrom("journalEntry").select("what").where("subjectId", "=", id).orderBy("sequence").execute();
    expect(entries.map(({ what }) => what)).toEqual(["installations-imported", "import-undone"]);
    expect(await verifyJournal(db, ours.id)).toMatchObject({ intact: true });
    const again = await imported("nom\nDéfait A");
    expect(await undoImport(deps, ours.reviewer, { id: again })).toMatchObject({ value: { removed: 1 } });
  });

  it("keeps and names what somebody has changed, extended or tied since", async () => {
    const id = await imported("nom\nGardé changé\nGardé étendu\nGardé besoin\nGardé support\nGardé intact\nGardé nommé");
    const day = "2026-11-20" as LocalDate;
    await changeState(deps, ours.reviewer, { id: await idOf("Gardé changé"), from: "in-service", to: "leaving", day });
    const extension = { departmentIds: [], addedUsers: null, requestId: newId<RequestId>(), at: deps.now() };
    const by = { id: ours.reviewer.id, role: "reviewer" } as const;
    const installationId = await idOf("Gardé étendu");
    await inAuthority(db, ours.id, (trx) => extendInstallation(trx, { ...extension, installationId, by }));
    await anInterface(deps, ours.reviewer, { from: await idOf("Gardé besoin"), to: await idOf("Gardé support") });
    await inAuthority(db, ours.id, async (trx) => {
      const row = {
        id: newId<string>(),
        installationId: await idOf("Gardé nommé"),
        abilities: ["train"],
        saidBy: ours.reviewer.id,
        saidAt: deps.now(),
      };
      await trx
        .insertInto("skill")
        .values({ authorityId: ours.id, holder: "authority", holderName: "Métropole", ...row })
        .execute();
      return ok(undefined);
    });
    const result = await undoImport(deps, ours.reviewer, { id });
    expect(result).toMatchObject({ ok: true, value: { removed: 1 } });
    expect(result.ok && result.value.kept.map(({ name }) => name)).toEqual([
      "Gardé besoin",
      "Gardé changé",
      "Gardé étendu",
      "Gardé nommé",
      "Gardé support",
    ]);
    expect(await found("Gardé")).toHaveLength(5);
  });

  it("takes a few seconds for 5,000 lines", async () => {
    const id = await imported(`nom\n${Array.from({ length: 5_000 }, (_, index) => `Volume ${index}`).join("\n")}`);
    const begun = performance.now();
    expect(await undoImport(deps, ours.reviewer, { id })).toEqual({ ok: true, value: { removed: 5_000, kept: [] } });
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 60_000);

  it("is for those who manage the inventory of this authority, once the file is imported", async () => {
    const waiting = await sent("nom\nEn attente");
    expect(await undoImport(deps, ours.reviewer, { id: waiting })).toEqual({ ok: false, error: { kind: "not-imported" } });
    const id = await imported("nom\nÀ nous");
    expect(await undoImport(deps, ours.requester, { id })).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await undoImport(deps, neighbour.reviewer, { id })).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await found("À nous")).toHaveLength(1);
    expect((await undoImport(deps, ours.reviewer, { id })).ok).toBe(true);
  });
});

describe("matching the columns of a file", () => {
  const text = "Appli maison;Combien\nMatch A;3\n";

  it("is asked for where no heading is a name, and refuses what gives none", async () => {
    const id = await sent(text);
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toEqual({ ok: false, error: { kind: "not-matched" } });
    expect(await matchColumns(deps, ours.reviewer, { id, columns: [null, "users"] })).toEqual({
      ok: false,
      error: { kind: "mismatched", refusals: [{ kind: "no-name-column" }] },
    });
    expect(await matchColumns(deps, ours.requester, { id, columns: ["name"] })).toEqual({ ok: false, error: { kind: "not-allowed" } });
    expect(await matchColumns(deps, neighbour.reviewer, { id, columns: ["name"] })).toEqual({ ok: false, error: { kind: "not-found" } });
    expect((await matchColumns(deps, ours.reviewer, { id, columns: ["name", "users"] })).ok).toBe(true);
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toMatchObject({ ok: true, value: { created: 1 } });
    expect(await found("Match A")).toMatchObject([{ users: 3 }]);
    expect(await matchColumns(deps, ours.reviewer, { id, columns: ["name"] })).toEqual({ ok: false, error: { kind: "already-imported" } });
  });

  it("is remembered for the next file of the same headings, in this authority alone", async () => {
    const id = await sent(text.replace("Match A", "Match B"));
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toMatchObject({ ok: true, value: { created: 1 } });
    const theirs = newId<string>();
    const bytes = new TextEncoder().encode(text);
    await sendImport(deps, neighbour.reviewer, { id: theirs, fileName: "parc.csv", bytes, words });
    expect(await confirmImport(deps, neighbour.reviewer, { id: theirs, words })).toEqual({ ok: false, error: { kind: "not-matched" } });
    const other = await sent(text.replace("Combien", "Autre"));
    expect(await confirmImport(deps, ours.reviewer, { id: other, words })).toEqual({ ok: false, error: { kind: "not-matched" } });
  });
});
