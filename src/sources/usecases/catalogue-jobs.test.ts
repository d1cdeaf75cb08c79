import { expect, it, vi } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDeps } from "#src/platform/testing.ts";
import { importById, openImport } from "../db/imports.ts";
import { ensureSource } from "../db/sources.ts";
import { askImport } from "./ask-import.ts";
import { startCatalogueJobs } from "./catalogue-jobs.ts";

const deps = await testDeps();

it("at its start a process closes the imports that another left running, then runs those that wait", async () => {
  await deps.jobs.start();
  const { administrator } = await anAuthority(deps);
  await ensureSource(deps.db, { id: "sill", format: "sill", name: "SILL" });
  const [left, waiting] = [newId<string>(), newId<string>()];
  await openImport(deps.db, { id: left, sourceId: "sill", askedBy: null, at: deps.now() });
  const bytes = new TextEncoder().encode(JSON.stringify([{ id: 4, i: "Publik", l: "AGPL-3.0-or-later" }]));
  await askImport(deps, administrator, { id: waiting, format: "sill", sent: { kind: "file", name: "socle.json", bytes } });
  const stop = await startCatalogueJobs(deps);
  expect(await importById(deps.db, left)).toMatchObject({ state: "stopped", failure: "cut" });
  await vi.waitFor(async () => expect(await importById(deps.db, waiting)).toMatchObject({ state: "done", created: 1 }), 15_000);
  await stop();
  await deps.jobs.stop();
});
