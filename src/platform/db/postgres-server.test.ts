import { execFileSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { postgresServer } from "./postgres-server.ts";
import { throwAwayFolder } from "./throw-away-folder.ts";

const folder = throwAwayFolder("owner");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Only root may give a folder away, and only root may take it.
it.runIf(process.getuid?.() === 0)("leaves its data to whoever has them, when root types a command", async () => {
  const NOBODY = 65_534;
  const place = join(folder, "postgres");
  const made = await postgresServer(place);
  await made.start();
  await made.stop();
  execFileSync("chown", ["-R", `${NOBODY}:${NOBODY}`, folder]);

  const server = await postgresServer(place);
  expect((await server.start()).wasRunning).toBe(false);
  expect(server.isAlive()).toBe(true);
  await server.stop();
  expect(server.isAlive()).toBe(false);
  for (const each of [place, join(place, "data"), join(place, "data/PG_VERSION"), join(place, "socket")])
    if (statSync(each, { throwIfNoEntry: false }) !== undefined) expect([each, statSync(each).uid]).toEqual([each, NOBODY]);
});
