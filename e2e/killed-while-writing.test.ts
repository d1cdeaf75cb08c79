import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { readConfig } from "#src/platform/config.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { startPlatform } from "#src/platform/start.ts";
import { beffroi, freePort, type RunningApp, startProcess, stopProcess } from "./process.ts";

const ROUNDS = 6;
/** For a long trial, by hand: rounds go on for as many minutes, what is killed and when being drawn by lot. */
const MINUTES = Number(process.env.BEFFROI_KILLING_MINUTES ?? 0);
const folder = throwAwayFolder("killed");
const port = await freePort();
let app: RunningApp | undefined;

afterAll(async () => {
  if (app !== undefined) await stopProcess(app);
  await rm(folder, { recursive: true, force: true });
});

async function aRequester(): Promise<{ cookie: string; department: string }> {
  const config = readConfig({ BEFFROI_DATA: folder, PORT: String(port), LOG_LEVEL: "silent" });
  const { deps, close } = await startPlatform(config);
  const town = await anAuthority(deps);
  const cookie = await aSignedInCookie(deps, town.requester);
  await close();
  return { cookie, department: town.departments.library };
}

/** Submits requests one after another until the server dies, and notes the addresses of those it answered for. */
async function writeUntilDeath(url: string, cookie: string, department: string, committed: string[]): Promise<void> {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(url + path, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields),
    });
  try {
    for (let written = 0; written < 500; written += 1) {
      const first = await post("/demandes/nouvelle", {
        _cle: crypto.randomUUID(),
        titre: `Besoin ${written}`,
        besoin: "Ne rien perdre",
        service: department,
      });
      const draft = first.headers.get("location")?.replace("/existant", "") ?? "";
      const last = await post(`${draft}/exigences`, {});
      const location = last.headers.get("location") ?? "";
      if (last.status === 303 && /^\/demandes\/[0-9a-f-]{36}$/.test(location)) committed.push(location);
    }
  } catch {
    return;
  }
}

function postmaster(): number {
  return Number(readFileSync(join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
}

it(
  "loses no committed entry, however the application or its PostgreSQL is killed",
  async () => {
    const { cookie, department } = await aRequester();
    const committed: string[] = [];
    const until = Date.now() + MINUTES * 60_000;
    for (let round = 0; round < ROUNDS || Date.now() < until; round += 1) {
      const killed = MINUTES === 0 ? round % 3 : Math.floor(Math.random() * 3);
      app = await startProcess(folder, port);
      const writing = writeUntilDeath(app.url, cookie, department, committed);
      // However slow the machine: some are written, another is being written.
      const enough = committed.length + 2;
      for (let waited = 0; committed.length < enough && waited < 30_000; waited += 20) await pause(20);
      await pause(MINUTES === 0 ? round * 40 : Math.random() * 1_500);
      // In turn: the application alone, PostgreSQL alone, both.
      if (killed !== 0) process.kill(postmaster(), "SIGKILL");
      if (killed === 1) await pause(200);
      await stopProcess(app, "SIGKILL");
      await writing;
    }
    if (MINUTES > 0) process.stdout.write(`${committed.length} requests were answered for.\n`);
    app = await startProcess(folder, port);
    expect(committed.length).toBeGreaterThan(ROUNDS);
    for (const path of committed) expect([path, (await fetch(app.url + path, { headers: { cookie } })).status]).toEqual([path, 200]);
    expect(await beffroi(folder, "journal", "verify")).toMatchObject({ code: 0 });
    expect(await stopProcess(app, "SIGTERM")).toBe(0);
  },
  400_000 + MINUTES * 120_000,
);

it("starts again over a stale postmaster.pid whose number another program has", async () => {
  const { writeFile } = await import("node:fs/promises");
  await writeFile(join(folder, "postgres/data/postmaster.pid"), `${process.pid}\n${join(folder, "postgres/data")}\n`);
  app = await startProcess(folder, port);
  expect((await fetch(`${app.url}/connexion`)).status).toBe(200);
  expect(await stopProcess(app, "SIGINT")).toBe(0);
});

it("starts its PostgreSQL again when that one alone was killed, and people go on", async () => {
  app = await startProcess(folder, port);
  const { url } = app;
  const killed = postmaster();
  process.kill(killed, "SIGKILL");
  let ready = 0;
  for (let tries = 0; ready !== 200 && tries < 300; tries += 1) {
    await pause(100);
    if (existsSync(join(folder, "postgres/data/postmaster.pid")) && postmaster() !== killed) ready = (await fetch(`${url}/readyz`)).status;
  }
  expect(ready).toBe(200);
  expect((await fetch(`${url}/connexion`)).status).toBe(200);
  expect(await stopProcess(app, "SIGTERM")).toBe(0);
});
