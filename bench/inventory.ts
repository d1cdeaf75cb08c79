// `npm run bench:inventory`: observed machines, one JSON line per figure: bytes a workstation, inventories a second over HTTP, pages of
// an authority with 2,000 workstations, memory. `npm run bench:inventory -- full` has 35,000 authorities, 400,000 machines and 40 million
// packages; BENCH_DATA keeps the folder; BENCH_SECONDS (5) is the time given to each page.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { createAgentTokenByCommand } from "#src/machines/public.ts";
import { readConfig } from "#src/platform/config.ts";
import { startPlatform } from "#src/platform/start.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import { freePort, startProcess, stopProcess } from "../e2e/process.ts";
import { ensureBuilt } from "../scripts/ensure-built.mjs";
import { bodyOf, PACKAGES, readAlone, send } from "./inventory-load.ts";
import { type InventorySizes, seedInventory, storedSize } from "./inventory-seed.ts";
import { megabytesOf, total } from "./memory.ts";

const FULL = process.argv.includes("full");
const SIZES: InventorySizes = FULL
  ? { authorities: 35_000, machines: 400_000, packages: 100, dictionary: 300_000, measured: 2_000 }
  : { authorities: 300, machines: 6_000, packages: 100, dictionary: 60_000, measured: 2_000 };
const SENT = FULL ? 3_000 : 600;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
/** A process answers for weeks: its first seconds, while Node compiles what it runs most, are not measured. */
const WARM_UP_SECONDS = 5;
const AIM = { perSecond: 150, residentMb: 300, p95Ms: 50 } as const;
const PAGES: Readonly<Record<string, readonly string[]>> = {
  "page-machines": ["/parc/postes", "/parc/postes?page=2", "/parc/postes?recherche=poste-12"],
  "page-unmapped": ["/parc/postes/non-reconnus"],
  "page-declared-observed": ["/parc/postes/declare-observe"],
};

function say(figure: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

type Prepared = { readonly cookie: string; readonly token: string };

async function prepare(folder: string, port: number): Promise<Prepared> {
  const ready = join(folder, "ready.json");
  if (existsSync(ready)) return JSON.parse(readFileSync(ready, "utf8")) as Prepared;
  mkdirSync(folder, { recursive: true });
  const { deps, close } = await startPlatform({ ...readConfig({ BEFFROI_DATA: folder, PORT: String(port) }), logLevel: "silent" });
  try {
    await loadCatalogue(deps.db, "data/catalogue");
    const town = await anAuthority(deps, { name: "Ville mesurée" });
    const begun = performance.now();
    await seedInventory(deps.db, town.id, SIZES);
    say({ figure: "seeding", seconds: Math.round((performance.now() - begun) / 1000) });
    const observed = SIZES.machines * SIZES.packages;
    say({ figure: "storage", ...SIZES, observed, ...(await storedSize(deps.db)) });
    // Another town reports: the pages measured stay those of so many workstations.
    const made = await createAgentTokenByCommand(deps, (await anAuthority(deps, { name: "Ville qui envoie" })).id, "Mesure");
    if (!made.ok) throw new Error("A first token can be made");
    const prepared = { cookie: await aSignedInCookie(deps, town.administrator), token: made.value.token };
    writeFileSync(ready, JSON.stringify(prepared));
    return prepared;
  } finally {
    await close();
  }
}

async function measurePage(name: string, url: string, cookie: string, paths: readonly string[]): Promise<void> {
  const requests = paths.map((path) => ({ method: "GET" as const, path, headers: { cookie, "accept-encoding": "gzip" } }));
  const run = (duration: number): Promise<{ result: autocannon.Result; times: number[] }> =>
    new Promise((resolve, reject) => {
      const times: number[] = [];
      const load = autocannon({ url, connections: 4, duration, requests }, (fault, result) =>
        fault ? reject(fault) : resolve({ result, times }),
      );
      load.on("response", (_client, _status, _bytes, ms) => times.push(ms));
    });
  await run(WARM_UP_SECONDS);
  const { result, times } = await run(SECONDS);
  times.sort((a, b) => a - b);
  const at = (part: number): number => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  const not200 = result.non2xx + result.errors;
  const perSecond = Math.round(result["2xx"] / SECONDS);
  say({
    figure: name,
    perSecond,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    not200,
    reached: at(0.95) <= AIM.p95Ms && not200 === 0 && times.length > 0,
  });
}

/** Processor time so far, in milliseconds, of the application and of its PostgreSQL, whose processes are children of one. */
function processorMs(): { readonly application: number; readonly database: number } {
  const stats = readdirSync("/proc").flatMap((name) => {
    const path = `/proc/${name}/stat`;
    const text = /^\d+$/.test(name) && existsSync(path) ? readText(path) : "";
    // After the name of the program: state, parent, …, user and system ticks of itself, then those of children that ended.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
    return text === "" ? [] : [{ pid: Number(name), parent: Number(fields[1]), ms: ticks * 10 }];
  });
  const postmaster = Number(readText(join(folder, "postgres/data/postmaster.pid")).split("\n")[0]);
  const sum = (of: (stat: (typeof stats)[number]) => boolean): number => stats.filter(of).reduce((total, { ms }) => total + ms, 0);
  return {
    application: sum((each) => each.pid === pid || each.parent === pid),
    database: sum((each) => each.pid === postmaster || each.parent === postmaster),
  };
}

/** Processes end while they are read. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

ensureBuilt(".");
const folder = process.env.BENCH_DATA ?? join(tmpdir(), `beffroi-inventory-${process.pid}`);
const port = await freePort();
const { cookie, token } = await prepare(folder, port);
const app = await startProcess(folder, port);
const pid = app.process.pid ?? 0;
app.process.once("exit", (code) => process.stderr.write(code === 0 ? "" : `The application ended: ${app.output().slice(-2_000)}\n`));
const door = `${app.url}/agents/${token}`;
const machines = Array.from({ length: SENT }, (_, machine) => machine);
const bodies = machines.map((machine) => bodyOf(machine));
say({ figure: "message", packages: PACKAGES, compressedBytes: bodies[0]?.bytes.length, messages: SENT });
await readAlone(bodies.slice(0, 100));
say({ figure: "reading-alone", ...(await readAlone(bodies)) });
// Other machines than those measured: the application has to be warm.
await send(
  door,
  Array.from({ length: 100 }, (_, machine) => bodyOf(1_000_000 + machine)),
);
for (const [name, sent] of [
  ["ingestion-new", bodies],
  ["ingestion-unchanged", bodies],
  ["ingestion-ten-upgrades", machines.map((machine) => bodyOf(machine, 10))],
] as const) {
  const before = processorMs();
  const load = await send(door, sent);
  const after = processorMs();
  const each = (total: number): number => Math.round((total / sent.length) * 100) / 100;
  const cost = {
    applicationMs: each(after.application - before.application),
    databaseMs: each(after.database - before.database),
  };
  say({ figure: name, ...load, ...cost, reached: load.perSecond >= AIM.perSecond && load.refused === 0 });
}
for (const [name, paths] of Object.entries(PAGES)) await measurePage(name, app.url, cookie, paths);
const [resident, highest] = [megabytesOf(pid, "VmRSS"), megabytesOf(pid, "VmHWM")];
say({ figure: "resident", processes: resident.length, megabytes: total(resident), highest, reached: total(highest) <= AIM.residentMb });
await stopProcess(app);
if (process.env.BENCH_DATA === undefined) rmSync(folder, { recursive: true, force: true });
