import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { postgresServer } from "#src/platform/db/postgres-server.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { SERVER_FLAGS } from "../scripts/ensure-built.mjs";
import { freePort } from "./process.ts";

const folder = throwAwayFolder("starting");
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** A start that does not go to its end; `meanwhile` is given what kills it. */
async function startOf(data: string, port: number, meanwhile: (kill: (signal: NodeJS.Signals) => void) => Promise<void>): Promise<Ended> {
  const env = { ...process.env, BEFFROI_DATA: data, PORT: String(port), LOG_LEVEL: "error", DATABASE_URL: "" };
  const child = spawn(process.execPath, [...SERVER_FLAGS, "dist/server/main.js"], { env });
  const ended = once(child, "close");
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  await meanwhile((signal) => void child.kill(signal));
  const [[code], [stdout, stderr]] = [await ended, await said];
  return { code, stdout, stderr };
}

async function isStopped(data: string): Promise<boolean> {
  return !(await postgresServer(join(data, "postgres"))).isAlive();
}

describe("a start that is stopped before its end", () => {
  it("ends in order, with its PostgreSQL, as soon as one is being made", async () => {
    for (const [index, file] of ["postgres/data.unfinished", "postgres/data/postmaster.pid"].entries()) {
      const data = join(folder, `stopped-${index}`);
      const { code, stderr } = await startOf(data, await freePort(), async (kill) => {
        while (!existsSync(join(data, file))) await pause(2);
        kill(index % 2 === 0 ? "SIGINT" : "SIGTERM");
      });
      expect([file, code, stderr, await isStopped(data)]).toEqual([file, 0, "", true]);
    }
  });
});

describe("a start that fails", () => {
  it("says that the port is taken, in words, and leaves no PostgreSQL behind", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const data = join(folder, "taken");
    const ended = await startOf(data, port, async () => undefined);
    taken.close();
    const words = `Le port ${port} est déjà pris sur 127.0.0.1. Choisissez-en un autre avec PORT=….\n`;
    expect(ended).toEqual({ code: 1, stdout: "", stderr: words });
    expect(await isStopped(data)).toBe(true);
  });
});
