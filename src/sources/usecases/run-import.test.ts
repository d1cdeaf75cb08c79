import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { softwareBySlug } from "#src/catalogue/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import { aServer } from "#src/platform/remote/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { inputOf } from "../db/import-inputs.ts";
import { closeCutImports, importById, linesOfImport } from "../db/imports.ts";
import { problemsInWords } from "../web/words.ts";
import { askImport } from "./ask-import.ts";
import { decidePair } from "./decide-pair.ts";
import type { Fetch } from "./gather-files.ts";
import { runImport } from "./run-import.ts";
import { stopImport } from "./stop-import.ts";

const deps = await testDeps();
const { db } = deps;
const fetch: Fetch = (url, options) => fetchRemote(url, { ...options, allowPrivate: true, retries: 0 });
let ours: TestAuthority;

beforeAll(async () => {
  await deps.jobs.start();
  ours = await anAuthority(deps);
  return () => deps.jobs.stop();
});

const bytesOf = (content: unknown): Uint8Array => new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));
const SILL = [{ id: 4, i: "Publik", l: "AGPL-3.0-or-later", "fr-desc": "Démarches en ligne" }];

async function ask(content: unknown, id = newId<string>()): Promise<string> {
  const sent = { kind: "file", name: "socle.json", bytes: bytesOf(content) } as const;
  expect((await askImport(deps, ours.administrator, { id, format: "sill", sent })).ok).toBe(true);
  return id;
}

describe("an import that somebody asks for", () => {
  it("waits with its file, runs once were it delivered ten times, and leaves nothing of the file behind", async () => {
    const id = await ask(SILL);
    expect(await importById(db, id)).toMatchObject({ state: "waiting", askedBy: ours.administrator.id });
    expect((await inputOf(db, id))?.sent).toMatchObject({ kind: "file", name: "socle.json" });
    const states = await Promise.all(Array.from({ length: 10 }, () => runImport(deps, id)));
    expect(states.filter((state) => state !== undefined)).toEqual(["done"]);
    expect(await importById(db, id)).toMatchObject({ state: "done", created: 1, done: 1, total: 1 });
    expect(await linesOfImport(db, id, { limit: 9 })).toHaveLength(1);
    expect(await inputOf(db, id)).toBeUndefined();
  });

  it("is one, were its form posted twice", async () => {
    const id = newId<string>();
    await Promise.all([ask(SILL, id), ask(SILL, id)]);
    const { rows } = await sql<{ jobs: number }>`
      select count(*)::int as jobs from pgboss.job where name = 'catalogue-import' and data->>'importId' = ${id}`.execute(db);
    expect(rows).toEqual([{ jobs: 1 }]);
    await runImport(deps, id);
    await ask(SILL, id);
    expect(await importById(db, id)).toMatchObject({ state: "done" });
  });

  it("is done, were what follows from it to fail; that is said in the log, and derived after the next one, were nothing new in it", async () => {
    const [faults, derived]: [unknown[], string[]] = [[], []];
    const log = { error: (fault: unknown) => void faults.push(fault) } as unknown as typeof deps.log;
    const broken = { ...deps, log, afterImport: () => Promise.reject(new Error("no room left")) };
    expect(await runImport(broken, await ask(SILL))).toBe("done");
    expect(faults).toEqual([{ fault: "no room left" }]);
    const sound = { ...deps, log, afterImport: async () => void derived.push("suppliers") };
    expect(await runImport(sound, await ask(SILL))).toBe("done");
    expect([faults.length, derived]).toEqual([1, ["suppliers"]]);
  });

  it("is asked by those who manage the catalogue alone", async () => {
    const id = newId<string>();
    const sent = { kind: "address", url: "https://example.org" } as const;
    expect(await askImport(deps, ours.reviewer, { id, format: "sill", sent })).toMatchObject({ error: { kind: "not-allowed" } });
    expect(await importById(db, id)).toBeUndefined();
    expect((await askImport(deps, ours.administrator, { id, format: "sill", sent })).ok).toBe(true);
  });

  it("is stopped while it waits, and never runs then", async () => {
    const id = await ask(SILL);
    expect((await stopImport(deps, ours.administrator, { id })).ok).toBe(true);
    expect(await importById(db, id)).toMatchObject({ state: "stopped", stopAsked: true });
    expect(await runImport(deps, id)).toBeUndefined();
    expect(await inputOf(db, id)).toBeUndefined();
    expect(await stopImport(deps, ours.administrator, { id: newId<string>() })).toMatchObject({ error: { kind: "unknown-import" } });
  });

  it("stops after the portion at hand, and keeps what it brought", async () => {
    const id = await ask(Array.from({ length: 1_200 }, (_, index) => ({ id: index + 1_000, i: `Outil${index}x`, l: "MIT" })));
    await sql`
      create function stop_soon() returns trigger language plpgsql as $$ begin new.stop_asked := new.done >= 500; return new; end $$`.execute(
      db,
    );
    await sql`create trigger stop_soon before update on catalogue_import for each row execute function stop_soon()`.execute(db);
    expect(await runImport(deps, id)).toBe("stopped");
    await sql`drop trigger stop_soon on catalogue_import`.execute(db);
    expect(await importById(db, id)).toMatchObject({ state: "stopped", done: 500, total: 1_200, created: 500 });
  });

  it("says what was wrong with its file, in words", async () => {
    const empty = await ask(" ");
    expect(await runImport(deps, empty)).toBe("failed");
    expect(await importById(db, empty)).toMatchObject({ failure: "nothing-readable" });
    expect(problemsInWords((await importById(db, empty))?.problems, "fr")).toEqual(["socle.json\u00a0: le fichier est vide."]);
    const cut = await ask(JSON.stringify(SILL).replace(/\]$/, ', {"id": 5, "i": "Coup'));
    expect(await runImport(deps, cut)).toBe("done");
    expect(problemsInWords((await importById(db, cut))?.problems, "fr")[0]).toContain("s’interrompt à la ligne 1");
    const other = await ask([{ weather: "fine" }]);
    expect(await runImport(deps, other)).toBe("failed");
    expect(await importById(db, other)).toMatchObject({ failure: "not-this-format" });
  });

  it("is closed when the process that ran it was killed, and does not run again", async () => {
    const id = await ask(SILL);
    await sql`update catalogue_import set state = 'running' where id = ${id}`.execute(db);
    await closeCutImports(db, deps.now());
    expect(await importById(db, id)).toMatchObject({ state: "stopped", failure: "cut" });
    expect(await runImport(deps, id)).toBeUndefined();
  });

  it("fetches an address, and says why it could not", async () => {
    const server = await aServer((request, response) => {
      response.statusCode = request.url === "/sill.json" ? 200 : 404;
      response.end(JSON.stringify(SILL));
    });
    for (const [path, state] of [
      ["sill.json", "done"],
      ["nothing", "failed"],
    ] as const) {
      const id = newId<string>();
      await askImport(deps, ours.administrator, { id, format: "sill", sent: { kind: "address", url: `${server.url}${path}` } });
      expect(await runImport({ ...deps, fetch }, id)).toBe(state);
      const said = problemsInWords((await importById(db, id))?.problems, "fr");
      expect(said).toEqual(
        state === "done" ? [] : [`${server.url}nothing n’a pas pu être lue\u00a0: le serveur répond par une erreur (404).`],
      );
    }
  });

  it("never calls a private address", async () => {
    const server = await aServer((_, response) => void response.end("[]"));
    const id = newId<string>();
    await askImport(deps, ours.administrator, { id, format: "sill", sent: { kind: "address", url: server.url } });
    expect(await runImport(deps, id)).toBe("failed");
    expect(problemsInWords((await importById(db, id))?.problems, "fr")[0]).toContain("réseau privé");
    expect(server.asked).toEqual([]);
  });
});

describe("a software that stands for another", () => {
  it("keeps the facts of both when a source says something new of one of them", async () => {
    await runImport(deps, await ask([{ id: 90, i: "GRR", l: "GPL-2.0-or-later", "fr-desc": "Réserver" }]));
    const comptoir = { id: 7, name: "GRR", licence: "GPL-2.0-or-later", external_resources: { website: "https://grr.example.org" } };
    const id = newId<string>();
    const sent = { kind: "file", name: "comptoir.json", bytes: bytesOf({ softwares: [comptoir] }) } as const;
    await askImport(deps, ours.administrator, { id, format: "comptoir", sent });
    await runImport(deps, id);
    expect((await decidePair(deps, ours.reviewer, { a: "grr", b: "grr-2", verdict: "same", whole: null })).ok).toBe(true);
    const both = { licence: "GPL-2.0-or-later", website: "https://grr.example.org" };
    expect(await softwareBySlug(db, "grr")).toMatchObject(both);
    const again = newId<string>();
    const changed = { ...comptoir, external_resources: { website: "https://nouveau.example.org" } };
    await askImport(deps, ours.administrator, {
      id: again,
      format: "comptoir",
      sent: { ...sent, bytes: bytesOf({ softwares: [changed] }) },
    });
    expect(await runImport(deps, again)).toBe("done");
    expect(await softwareBySlug(db, "grr")).toMatchObject({
      licence: "GPL-2.0-or-later",
      website: "https://nouveau.example.org",
      description: { fr: "Réserver" },
    });
  });
});
