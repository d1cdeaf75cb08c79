import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { postgresServer } from "#src/platform/db/postgres-server.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { SERVER_FLAGS } from "../scripts/ensure-built.mjs";
import { beffroi, freePort, type RunningApp, startProcess, stopProcess } from "./process.ts";

const folder = throwAwayFolder("processes");
afterAll(() => rm(folder, { recursive: true, force: true }));
const TWO = { BEFFROI_PROCESSES: "2" };

/** With two processes that answer, once both do. Ended with the test, were it a failure. */
async function started(): Promise<RunningApp> {
  const app = await startProcess(folder, await freePort(), TWO);
  onTestFinished(() => stopProcess(app).then(() => undefined));
  await until(async () => (await answering(app)).length === 2);
  return app;
}

/**
 * On a connection of its own: connections are what is shared out. Trap: one that was being handed to a process at the instant it was
 * killed is answered by nobody.
 */
async function asked(app: RunningApp, path: string, patienceMs = 60_000): Promise<string> {
  const sent = request(`${app.url}${path}`, { agent: false, signal: AbortSignal.timeout(patienceMs) }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return text(answer);
}

async function answering({ process: { pid } }: RunningApp): Promise<readonly number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).split(" ").map(Number);
  const named = await Promise.all(
    children.filter((child) => child > 0).map(async (child) => ({ child, command: await commandOf(child).catch(() => "") })),
  );
  return named.filter(({ command }) => command.includes("main.js")).map(({ child }) => child);
}

const commandOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/cmdline`, "utf8");

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what().catch(() => false)); tries += 1) {
    if (tries > 600) throw new Error("It never came");
    await pause(100);
  }
}

/** How many times this address was answered, as all the processes counted. */
async function counted(app: RunningApp, route: string): Promise<number> {
  const lines = (await asked(app, "/metrics")).split("\n").filter((line) => line.startsWith("http_request_duration_seconds_count"));
  return Number(
    lines
      .find((line) => line.includes(`route="${route}"`))
      ?.split(" ")
      .at(-1) ?? 0,
  );
}

/** What a start that fails says. */
async function failure(env: Readonly<Record<string, string>>): Promise<string> {
  const all = { ...process.env, BEFFROI_DATA: folder, DATABASE_URL: "", LOG_LEVEL: "error", ...env };
  const child = spawn(process.execPath, [...SERVER_FLAGS, "dist/server/main.js"], { env: all });
  const ended = once(child, "close");
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
  return stderr;
}

/** While one of them starts, whoever is asked for the measures of all waits some seconds for it. */
async function bothMeasure(app: RunningApp): Promise<boolean> {
  const begun = performance.now();
  await asked(app, "/metrics");
  return performance.now() - begun < 2_000;
}

async function isGone(pid: number): Promise<boolean> {
  return !(await commandOf(pid).catch(() => "")).includes("main.js");
}

describe("pages answered by two processes", () => {
  it("are shared out between them, know what was done beside, and survive one of them", async () => {
    const app = await started();
    const [first = 0, second = 0] = await answering(app);
    await until(async () => bothMeasure(app));
    expect(await counted(app, "/readyz")).toBeGreaterThan(0);

    const before = await counted(app, "/healthz");
    for (let sent = 0; sent < 10; sent += 1) expect(await asked(app, "/healthz")).toBe("ok\n");
    expect((await counted(app, "/healthz")) - before).toBe(10);

    const search = async () => JSON.parse(await asked(app, "/api/v1/software?q=Moulinette%20municipale")).data[0]?.name;
    for (let sent = 0; sent < 4; sent += 1) expect(await search()).not.toBe("Moulinette municipale");
    const file = join(folder, "moulinette.yml");
    await writeFile(file, PUBLICCODE);
    expect(await beffroi(folder, "catalogue", "import", "--format", "publiccode", file)).toMatchObject({ code: 0 });
    for (let sent = 0; sent < 4; sent += 1) expect(await search()).toBe("Moulinette municipale");

    process.kill(first, "SIGKILL");
    for (let sent = 0; sent < 6; sent += 1) await asked(app, "/healthz", 2_000).catch(() => undefined);
    await until(async () => (await answering(app)).length === 2 && !(await answering(app)).includes(first));
    const all = await answering(app);
    expect(all).toContain(second);
    expect(await asked(app, "/healthz")).toBe("ok\n");
    // What the dead one had counted went with it: it had been asked.
    expect(await counted(app, "/api/v1/software")).toBeLessThan(8);

    expect(await stopProcess(app)).toBe(0);
    expect(await Promise.all(all.map(isGone))).toEqual([true, true]);
    expect((await postgresServer(join(folder, "postgres"))).isAlive()).toBe(false);
  });

  it("end when the process that keeps them is killed", async () => {
    const app = await started();
    const all = await answering(app);
    expect(await stopProcess(app, "SIGKILL")).toBe(null);
    for (const pid of all) await until(() => isGone(pid));
    await (await postgresServer(join(folder, "postgres"))).stop();
  });

  it("are not begun where they cannot be: the port is taken, or their number is none", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const said = await failure({ ...TWO, PORT: String(port) });
    expect(said).toMatch(/^Le port \d+ est déjà pris sur 127\.0\.0\.1\..*\nLe processus qui devait répondre aux pages s’est arrêté.*\n$/);
    taken.close();
    expect((await postgresServer(join(folder, "postgres"))).isAlive()).toBe(false);
    expect(await failure({ BEFFROI_PROCESSES: "0" })).toBe("BEFFROI_PROCESSES doit être un nombre de 1 à 32, et non «\u202f0\u202f».\n");
  });
});

const PUBLICCODE = `publiccodeYmlVersion: "0.4"
name: Moulinette municipale
url: https://example.org/moulinette-municipale.git
platforms: [web]
categories: [office]
developmentStatus: stable
softwareType: standalone/web
description:
  fr:
    shortDescription: Moud les formulaires de la ville
    longDescription: Moud les formulaires de la ville, et les rend en poudre.
    features: [Moudre]
legal: { license: AGPL-3.0-or-later }
maintenance: { type: community, contacts: [{ name: Rose }] }
localisation: { localisationReady: true, availableLanguages: [fr] }
`;
