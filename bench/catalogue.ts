// `npm run bench:catalogue`: the search of a large catalogue over HTTP, ten connections, ten sessions: results, suggestions while typing,
// the API, with 3,000 software and 100,000, made from our own files; what is asked again, and what nobody asked before. BENCH_SIZES and
// BENCH_SECONDS change it; BENCH_DATA keeps the folder.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { putSoftware, readStarterCatalogue, refreshWords, type Software } from "#src/catalogue/public.ts";
import { readConfig } from "#src/platform/config.ts";
import type { Database } from "#src/platform/db/database.ts";
import { startPlatform } from "#src/platform/start.ts";
import { loadCatalogue } from "#src/sources/public.ts";
import { freePort, startProcess, stopProcess } from "../e2e/process.ts";
import { megabytesOf, total } from "./memory.ts";

const SIZES = (process.env.BENCH_SIZES ?? "3000,100000").split(",").map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const AIMS: Readonly<Record<number, number>> = { 3000: 30, 100000: 60 };
const SUGGESTIONS_AIM = 20;
const PORTION = 5_000;
/** A process answers for weeks; its first seconds, while Node compiles what it runs most, take twice as long. */
const WARM_UP_SECONDS = 10;
const CONNECTIONS = 10;
/** More than are answered in the seconds of a measure and of what goes before. */
const NEW_QUERIES = 60_000;

function say(figure: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** Of `count` software, the first are those of our files; the others mix their names, words and descriptions. */
function made(originals: readonly Software[], count: number): readonly Software[] {
  let seed = 42;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const any = (): Software => originals[random(originals.length)] as Software;
  return Array.from({ length: Math.max(0, count - originals.length) }, (_, index): Software => {
    const [base, other] = [any(), any()];
    const terms = [...base.terms.slice(0, 1 + random(4)), ...other.terms.slice(0, random(2))];
    return {
      ...base,
      slug: `${base.slug.slice(0, 60)}-${index}`,
      name: `${base.name} ${other.name.split(" ")[0]} ${index}`,
      aliases: [],
      terms: [...new Set(terms)],
      description: { fr: `${base.description.fr} ${other.description.fr}`, en: `${base.description.en} ${other.description.en}` },
      replaces: random(3) === 0 ? base.replaces : [],
      website: null,
      repository: null,
      endoflife: null,
    };
  });
}

async function fill(db: Database, count: number): Promise<void> {
  const { software } = readStarterCatalogue("data/catalogue").read();
  const all = made(software, count);
  for (let from = 0; from < all.length; from += PORTION) await putSoftware(db, all.slice(from, from + PORTION));
  await db.transaction().execute((trx) => refreshWords(trx));
}

type Aimed = { readonly figure: string; readonly aimMs: number };
type Server = { readonly url: string; readonly cookies: readonly string[] };

/** Each connection asks in its own order, in a session of its own. `paths`: gone through again when they are at their end. */
async function measure({ url, cookies }: Server, { figure, aimMs }: Aimed, paths: readonly string[]): Promise<void> {
  const asked = new Array<number>(CONNECTIONS).fill(0);
  // Each request of the API comes from another address: what one caller may ask in a minute is little.
  const headers = (connection: number, index: number) => ({
    cookie: cookies[connection] ?? "",
    "accept-encoding": "gzip",
    "x-forwarded-for": `10.${(index >> 8) & 255}.${index & 255}.${connection + 1}`,
  });
  const share = Math.floor(paths.length / CONNECTIONS);
  const requestAt = (connection: number) => {
    const index = asked[connection] ?? 0;
    asked[connection] = index + 1;
    return { method: "GET" as const, path: paths[(connection * share + index) % paths.length] ?? "", headers: headers(connection, index) };
  };
  const run = (seconds: number): Promise<{ result: autocannon.Result; times: number[] }> =>
    new Promise((resolve, reject) => {
      const times: number[] = [];
      let connection = 0;
      const load = autocannon(
        {
          url,
          connections: CONNECTIONS,
          duration: seconds,
          setupClient: (client) => {
            const own = connection++;
            client.setRequests([{ setupRequest: (request: object) => ({ ...request, ...requestAt(own) }) } as autocannon.Request]);
          },
        },
        (fault, result) => (fault ? reject(fault) : resolve({ result, times })),
      );
      load.on("response", (_client, _status, _bytes, ms) => times.push(ms));
    });
  await run(WARM_UP_SECONDS);
  const { result, times } = await run(SECONDS);
  times.sort((a, b) => a - b);
  const at = (part: number): number => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  const not200 = result.non2xx + result.errors;
  say({
    figure,
    perSecond: Math.round(result["2xx"] / SECONDS),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    not200,
    reached: at(0.95) <= aimMs && not200 === 0 && result["2xx"] > 0,
  });
}

/** Two business words or names of our files, each time others: what nobody asked before, in words that the catalogue knows. */
function newQueries(originals: readonly Software[], count: number): readonly string[] {
  const said = [...new Set(originals.flatMap(({ name, terms }) => [name, ...terms]))];
  const at = (index: number): string => said[index % said.length] ?? "";
  return Array.from({ length: count }, (_, index) => `${at(index)} ${at(index * 7 + 1 + Math.floor(index / said.length))}`);
}

const QUERIES = readFileSync("data/evaluation/needs.tsv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"))
  .filter(([set]) => set === "tuning")
  .map(([, , query = ""]) => query);

for (const size of SIZES) {
  const folder = join(process.env.BENCH_DATA ?? tmpdir(), `beffroi-catalogue-${size}`);
  const ready = join(folder, "ready.json");
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  if (!existsSync(ready)) {
    const { deps, close } = await startPlatform({ ...readConfig({ BEFFROI_DATA: folder, PORT: String(port) }), logLevel: "silent" });
    await loadCatalogue(deps.db, "data/catalogue");
    const begun = performance.now();
    await fill(deps.db, size);
    say({ figure: "filling", size, seconds: Math.round((performance.now() - begun) / 1000) });
    const { reviewer } = await anAuthority(deps);
    const cookies: string[] = [];
    for (let session = 0; session < CONNECTIONS; session++) cookies.push(await aSignedInCookie(deps, reviewer));
    writeFileSync(ready, JSON.stringify({ cookies }));
    await close();
  }
  const { cookies } = JSON.parse(readFileSync(ready, "utf8")) as { cookies: string[] };
  const app = await startProcess(folder, port, { BEFFROI_TRUST_PROXY: "1" });
  const begun = performance.now();
  await fetch(`${app.url}/catalogue/suggestions?q=tableur`, { headers: { cookie: cookies[0] ?? "" } });
  say({ figure: `first-search-${size}`, seconds: Math.round((performance.now() - begun) / 100) / 10 });
  const pageOf = (query: string): string => `/catalogue?recherche=${encodeURIComponent(query)}`;
  const asked = QUERIES.map((query) => `/api/v1/software?q=${encodeURIComponent(query)}`);
  const typedOf = (start: string): string => `/catalogue/suggestions?q=${encodeURIComponent(start)}`;
  const typed = QUERIES.map((query) => typedOf(query.slice(0, 12)));
  const unknown = newQueries(readStarterCatalogue("data/catalogue").read().software, NEW_QUERIES);
  const server = { url: app.url, cookies };
  const aimMs = AIMS[size] ?? 60;
  await measure(server, { figure: `search-${size}`, aimMs }, QUERIES.map(pageOf));
  await measure(server, { figure: `new-search-${size}`, aimMs }, unknown.map(pageOf));
  await measure(server, { figure: `suggestions-${size}`, aimMs: SUGGESTIONS_AIM }, typed);
  const newlyTyped = unknown.map((query) => typedOf(query.slice(0, -1)));
  await measure(server, { figure: `new-suggestions-${size}`, aimMs: SUGGESTIONS_AIM }, newlyTyped);
  await measure(server, { figure: `api-${size}`, aimMs }, asked);
  const resident = megabytesOf(app.process.pid ?? 0, "VmRSS");
  say({ figure: `memory-${size}`, processes: resident.length, residentMb: total(resident) });
  await stopProcess(app);
  if (process.env.BENCH_DATA === undefined) rmSync(folder, { recursive: true, force: true });
}
