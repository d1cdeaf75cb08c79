import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { changesOf } from "../db/changes.ts";
import { importById } from "../db/imports.ts";
import { listInstallations } from "../db/list-installations.ts";
import type { Installation } from "../domain/installation.ts";
import { SOME_WORDS } from "../domain/testing.ts";
import { anInstallation } from "../testing.ts";
import { confirmImport } from "./confirm-import.ts";
import { giveUpImport } from "./give-up-import.ts";
import { reviewImport } from "./review-import.ts";
import { sendImport } from "./send-import.ts";

const { db } = await testDatabase();
let clock = new Date("2026-11-21T10:00:00Z");
const deps = { db, now: () => clock };
const words = SOME_WORDS;
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
});

async function sent(agent: Agent, text: string): Promise<string> {
  const id = newId<string>();
  const result = await sendImport(deps, agent, { id, fileName: "parc.csv", bytes: new TextEncoder().encode(text), words });
  if (!result.ok) throw new Error(result.error.kind);
  return id;
}
const all = (authority: TestAuthority, search: string): Promise<readonly Installation[]> =>
  readAuthority(db, authority.id, async (reader) => {
    const filter = { search, state: undefined, departmentIds: undefined, freedom: undefined } as const;
    return (await listInstallations(reader, { filter, sort: "name", descending: false, limit: 10_000, offset: 0 })).rows;
  });

describe("importing a list", () => {
  it("shows first what it would create and what it refuses, and creates nothing", async () => {
    await anInstallation(deps, ours.reviewer, { name: "Déjà là" });
    const id = await sent(ours.reviewer, "nom;services\nAperçu Un;bibliotheque\nDEJA LA;\nAperçu Deux;Bibliotèque\n");
    const review = await reviewImport(deps, ours.reviewer, { id, words });
    expect(review.ok && review.value.judged.ready).toMatchObject([{ line: 2, departmentIds: [ours.departments.library] }]);
    expect(review.ok && review.value.judged.refused).toMatchObject([
      { line: 3, text: "DEJA LA;", refusals: [{ kind: "already-declared" }] },
      { line: 4, refusals: [{ kind: "unknown-department", name: "Bibliotèque", nearest: "Bibliothèque" }] },
    ]);
    expect(await all(ours, "Aperçu")).toEqual([]);
  });

  it("confirmed, creates every valid line once, keeps the refused ones in its report, and does no more when confirmed again", async () => {
    const id = await sent(
      ours.reviewer,
      "nom;services;utilisateurs;etat;libre;objet;depuis\nImport A;Culture|Bibliothèque;12;essai;oui;Salles;\nImport B;;;;;;2020-01-01\n;;;;;;\n;x;;;;;\n",
    );
    const confirmed = await confirmImport(deps, ours.reviewer, { id, words });
    expect(confirmed).toMatchObject({ ok: true, value: { created: 2, refused: [{ line: 5, refusals: [{ kind: "no-name" }] }] } });
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toEqual(confirmed);
    const created = await all(ours, "Import");
    expect(created).toMatchObject([
      {
        name: "Import A",
        users: 12,
        state: "pilot",
        free: true,
        purpose: "Salles",
        departments: [{ name: "Bibliothèque" }, { name: "Culture" }],
      },
      { name: "Import B", users: null, state: "in-service", free: null, inServiceOn: "2020-01-01", departments: [] },
    ]);
    const file = await readAuthority(db, ours.id, (reader) => importById(reader, id));
    expect(file).toMatchObject({ table: null, importedAt: clock, report: { created: 2 } });
    const changes = await readAuthority(db, ours.id, (reader) => changesOf(reader, created[0]?.id ?? ""));
    expect(changes).toMatchObject([{ what: "installations-imported", byName: "Ivan Instructeur" }]);
  });

  it("creates once what two people confirm at the same moment", async () => {
    const id = await sent(ours.reviewer, "nom\nUnique A\nUnique B");
    const other = await sent(ours.administrator, "nom\nunique a\nUnique C");
    const results = await Promise.all(
      [ours.reviewer, ours.administrator].flatMap((agent) => [id, other].map((each) => confirmImport(deps, agent, { id: each, words }))),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect((await all(ours, "Unique")).map(({ name }) => name.toLowerCase())).toEqual(["unique a", "unique b", "unique c"]);
  });

  it("sent twice is one import", async () => {
    const id = newId<string>();
    for (const name of ["Premier", "Second"]) {
      const bytes = new TextEncoder().encode(`nom\n${name}`);
      expect(await sendImport(deps, ours.reviewer, { id, fileName: "parc.csv", bytes, words })).toEqual({ ok: true, value: { id } });
    }
    const review = await reviewImport(deps, ours.reviewer, { id, words });
    expect(review.ok && review.value.judged.ready).toMatchObject([{ draft: { name: "Premier" } }]);
  });

  it("keeps NUL characters in their line, and the line out", async () => {
    const id = await sent(ours.reviewer, "nom;objet\nNul;a\u0000b\nSain;ok");
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toMatchObject({
      ok: true,
      value: { created: 1, refused: [{ refusals: [{ kind: "control-characters" }] }] },
    });
  });

  it("takes 5,000 lines in a few seconds", async () => {
    const id = await sent(
      ours.reviewer,
      `nom;services\n${Array.from({ length: 5_000 }, (_, index) => `Volume ${index};Culture|Bibliothèque`).join("\n")}`,
    );
    const start = performance.now();
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toMatchObject({ ok: true, value: { created: 5_000 } });
    expect(performance.now() - start).toBeLessThan(15_000);
  }, 60_000);

  it("given up is deleted, and nothing can be created from it; imported, it cannot be given up", async () => {
    const id = await sent(ours.reviewer, "nom\nAbandonné");
    expect((await giveUpImport(deps, ours.reviewer, { id })).ok).toBe(true);
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toEqual({ ok: false, error: { kind: "not-found" } });
    const kept = await sent(ours.reviewer, "nom\nGardé");
    await confirmImport(deps, ours.reviewer, { id: kept, words });
    expect(await giveUpImport(deps, ours.reviewer, { id: kept })).toEqual({ ok: false, error: { kind: "already-imported" } });
  });

  it("forgotten for a week is deleted when another is sent", async () => {
    const forgotten = await sent(ours.reviewer, "nom\nOublié");
    const recent = clock;
    clock = new Date(recent.getTime() + 6 * 86_400_000);
    await sent(ours.reviewer, "nom\nAutre");
    expect((await reviewImport(deps, ours.reviewer, { id: forgotten, words })).ok).toBe(true);
    clock = new Date(recent.getTime() + 8 * 86_400_000);
    await sent(ours.reviewer, "nom\nEncore");
    expect(await reviewImport(deps, ours.reviewer, { id: forgotten, words })).toEqual({ ok: false, error: { kind: "not-found" } });
    clock = recent;
  });

  it("is for those who manage the inventory of this authority", async () => {
    const id = await sent(ours.reviewer, "nom\nÀ nous seuls");
    const file = { id: newId<string>(), fileName: "parc.csv", bytes: new TextEncoder().encode("nom\nA"), words };
    const refusal = { ok: false, error: { kind: "not-allowed" } };
    expect(await sendImport(deps, ours.requester, file)).toEqual(refusal);
    expect(await reviewImport(deps, ours.requester, { id, words })).toEqual(refusal);
    expect(await confirmImport(deps, ours.guarantor, { id, words })).toEqual(refusal);
    expect(await giveUpImport(deps, ours.electedOfficial, { id })).toEqual(refusal);
    const unknown = { ok: false, error: { kind: "not-found" } };
    expect(await reviewImport(deps, neighbour.reviewer, { id, words })).toEqual(unknown);
    expect(await confirmImport(deps, neighbour.reviewer, { id, words })).toEqual(unknown);
    await giveUpImport(deps, neighbour.reviewer, { id });
    expect(await confirmImport(deps, ours.reviewer, { id, words })).toMatchObject({ ok: true, value: { created: 1 } });
  });
});
