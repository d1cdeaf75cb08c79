// `npm run bench`: one JSON line per figure. BENCH_AUTHORITIES (200 beside the measured one), BENCH_SECONDS per page (10),
// BENCH_DATA keeps the seeded data folder from one run to the next.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { sql } from "kysely";
import { aSignedInCookie } from "#src/authorities/testing.ts";
import { readConfig } from "#src/platform/config.ts";
import { startPlatform } from "#src/platform/start.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import { openBrowser } from "../e2e/browser.ts";
import { coldView, totalBytes } from "../e2e/cold-view.ts";
import { freePort, startProcess, stopProcess } from "../e2e/process.ts";
import { seed } from "./seed.ts";

const SIZES = { authorities: Number(process.env.BENCH_AUTHORITIES ?? 200), requests: 5_000, installations: 500, people: 300 };
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const AIM = { p95Ms: 50, perSecond: 300, startMs: 3_000, residentMb: 250, firstViewBytes: 60_000, firstViewRequests: 10 } as const;
const folder = process.env.BENCH_DATA ?? join(tmpdir(), `beffroi-bench-${process.pid}`);

type Prepared = { readonly cookie: string; readonly open: readonly string[]; readonly decided: readonly string[] };

function say(figure: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** Seeds once, through our own platform, with the server stopped. */
async function prepare(port: number): Promise<Prepared> {
  mkdirSync(folder, { recursive: true });
  const known = join(folder, "bench.json");
  const { deps, close } = await startPlatform({ ...readConfig({ BEFFROI_DATA: folder, PORT: String(port) }), logLevel: "silent" });
  try {
    await loadCatalogue(deps.db, "data/catalogue");
    const begun = performance.now();
    if (!existsSync(known)) {
      const { id, reviewer } = await seed(deps, SIZES);
      writeFileSync(known, JSON.stringify({ id, reviewer: reviewer.id }));
      say({ figure: "seeding", seconds: Math.round((performance.now() - begun) / 1000) });
    }
    const { id, reviewer } = JSON.parse(readFileSync(known, "utf8")) as { id: string; reviewer: string };
    const idsOf = async (state: string): Promise<readonly string[]> => {
      const { rows } = await sql<{
        requestId: string;
      }>`select request_id from request_summary where authority_id = ${id} and state = ${state} order by request_id limit 100`.execute(
        deps.db,
      );
      return rows.map(({ requestId }) => requestId);
    };
    const { rows } = await sql<{ requests: number; entries: number; bytes: number }>`
      select (select count(*) from request) as requests, (select count(*) from request_entry) as entries, pg_database_size(current_database()) as bytes`.execute(
      deps.db,
    );
    say({
      figure: "database",
      ...SIZES,
      requestsInAll: rows[0]?.requests,
      entriesInAll: rows[0]?.entries,
      gigabytes: Math.round((rows[0]?.bytes ?? 0) / 1e8) / 10,
    });
    return {
      cookie: await aSignedInCookie(deps, { id: reviewer as never }),
      open: await idsOf("searching"),
      decided: await idsOf("settled"),
    };
  } finally {
    await close();
  }
}

/** Ten connections on these addresses in turn; every answer must be a 200. */
async function measure(name: string, url: string, cookie: string, paths: readonly string[]): Promise<void> {
  const run = (seconds: number): Promise<{ result: autocannon.Result; times: number[] }> =>
    new Promise((resolve, reject) => {
      const times: number[] = [];
      const requests = paths.map((path) => ({ method: "GET" as const, path, headers: { cookie, "accept-encoding": "gzip" } }));
      const load = autocannon({ url, connections: 10, duration: seconds, requests }, (fault, result) =>
        fault ? reject(fault) : resolve({ result, times }),
      );
      load.on("response", (_client, _status, _bytes, ms) => times.push(ms));
    });
  await run(2);
  const { result, times } = await run(SECONDS);
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number): number => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
  const perSecond = Math.round(result["2xx"] / SECONDS);
  const reached = at(0.95) <= AIM.p95Ms && perSecond >= AIM.perSecond && result.non2xx === 0;
  say({
    figure: name,
    perSecond,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    bytes: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
    not200: result.non2xx + result.errors,
    reached,
  });
}

function residentMb(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
}

const port = await freePort();
say({
  figure: "machine",
  cores: availableParallelism(),
  model: cpus()[0]?.model,
  gigabytes: Math.round(totalmem() / 1e9),
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
});
const { cookie, open, decided } = await prepare(port);
await stopProcess(await startProcess(folder, port));
const begun = performance.now();
const app = await startProcess(folder, port);
const startMs = Math.round(performance.now() - begun);
say({ figure: "start-to-first-page", ms: startMs, reached: startMs <= AIM.startMs });
await measure("home", app.url, cookie, ["/"]);
await measure("requests", app.url, cookie, ["/demandes", "/demandes?page=2", "/demandes?recherche=cimeti%C3%A8re"]);
await measure(
  "request",
  app.url,
  cookie,
  open.map((id) => `/demandes/${id}`),
);
await measure(
  "record",
  app.url,
  cookie,
  decided.map((id) => `/demandes/${id}/dossier`),
);
await measure("search", app.url, cookie, [
  "/catalogue?recherche=r%C3%A9server%20une%20salle",
  "/catalogue?recherche=Photoshop",
  "/catalogue?recherche=thunderbrid",
]);
const resident = residentMb(app.process.pid ?? 0);
say({ figure: "resident-after-load", megabytes: resident, reached: resident <= AIM.residentMb });
const browser = await openBrowser();
for (const [name, path] of [
  ["first-view-sign-in", "/connexion"],
  ["first-view-home", "/"],
] as const) {
  const weights = await coldView(browser, app.url, path, path === "/" ? cookie : "");
  say({
    figure: name,
    bytes: totalBytes(weights),
    requests: weights.length,
    reached: totalBytes(weights) <= AIM.firstViewBytes && weights.length <= AIM.firstViewRequests,
  });
}
await browser.close();
await stopProcess(app);
