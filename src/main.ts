import { serve } from "@hono/node-server";
import { ensureSetUpLink, listAuthorities } from "#src/authorities/public.ts";
import { holdSearchIndex } from "#src/catalogue/public.ts";
import { createDemonstration } from "#src/demonstration/public.ts";
import { mailNotifications } from "#src/home/public.ts";
import { removeUnusedPackagesDaily, startClassifying } from "#src/machines/public.ts";
import { keepMonthsDaily } from "#src/openness/public.ts";
import { type Config, ConfigError, readConfig } from "#src/platform/config.ts";
import type { Deps } from "#src/platform/deps.ts";
import { builtAssets } from "#src/platform/http/assets.ts";
import { startPlatform } from "#src/platform/start.ts";
import { startFailureInWords } from "#src/platform/start-failure.ts";
import { loadCatalogue, startCatalogueJobs } from "#src/sources/public.ts";
import { refreshSuppliers } from "#src/suppliers/public.ts";
import { watchDaily } from "#src/watch/public.ts";
import { buildApp } from "./app.tsx";

const CLIENT_FOLDER = "dist/client";
/** Slower senders are cut: they hold a connection, and nobody's connection is that slow. */
const SLOWEST_REQUEST_MS = 120_000;
const SLOWEST_HEADERS_MS = 20_000;
/** Requests still open this long after a stop was asked are cut. */
const GRACE_MS = 5_000;

/** What is open, closed in reverse order when a stop is asked, and when the start fails. */
type Opened = (() => Promise<unknown>)[];

/** Starts Beffroi from its environment, and stops it in order on SIGINT and SIGTERM, were it still starting. */
async function main(args: readonly string[]): Promise<void> {
  const stop = stopAsked();
  const opened: Opened = [];
  let fault: unknown;
  try {
    const { log } = await start(readConfig(process.env), args, opened, stop);
    await aborted(stop);
    log.info({ signal: stop.reason }, "stopping");
  } catch (thrown) {
    if (thrown !== stop.reason) fault = thrown;
  }
  for (const close of opened.reverse()) await close().catch((late) => (fault ??= late));
  if (fault !== undefined) throw fault;
}

/** `stop` is looked at where something was just opened: what follows would have to be closed again. */
async function start(config: Config, args: readonly string[], opened: Opened, stop: AbortSignal): Promise<Deps> {
  const started = await startPlatform(config);
  opened.push(started.close);
  stop.throwIfAborted();
  const { deps } = started;
  const { skipped } = await loadCatalogue(deps.db, "data/catalogue");
  for (const { file, reason } of skipped) deps.log.warn({ file, reason }, "catalogue file skipped");
  stop.throwIfAborted();
  await refreshSuppliers(deps.db, deps.now());
  await mailNotifications(deps);
  const afterImport = async (db: Deps["db"]): Promise<void> => void (await refreshSuppliers(db, deps.now()));
  opened.push(await startCatalogueJobs({ ...deps, afterImport }));
  opened.push(watchDaily(deps));
  opened.push(await startClassifying(deps));
  opened.push(removeUnusedPackagesDaily(deps));
  await keepMonthsDaily(deps);
  stop.throwIfAborted();
  const demonstration = () => createDemonstration(deps);
  const app = buildApp(deps, { assets: builtAssets(CLIENT_FOLDER), clientFolder: CLIENT_FOLDER, createDemonstration: demonstration });
  const { fetch, settled } = followed(app.fetch);
  const server = await listen(fetch, config);
  opened.push(async () => {
    await closed(server);
    await settled();
  });
  // The first pages do not wait for it; a search that comes before its end does.
  holdSearchIndex(deps.db).catch((fault: unknown) => deps.log.error({ fault }, "the catalogue could not be read into memory"));
  process.stdout.write(`Beffroi\u00a0: ${config.publicUrl}\n`);
  // A demonstration cut short is taken up at the next start.
  await Promise.race([sayFirstSteps(deps, args.includes("--demo")), aborted(stop)]);
  return deps;
}

function stopAsked(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort(signal));
  return stop.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

type Server = ReturnType<typeof serve>;
type Fetch = Parameters<typeof serve>[0]["fetch"];

/** An answer is still being made when whoever asked has hung up: the database may close only after the last. */
function followed(fetch: Fetch): { readonly fetch: Fetch; readonly settled: () => Promise<unknown> } {
  const running = new Set<unknown>();
  const follow: Fetch = async (...asked) => {
    const answer = fetch(...asked);
    running.add(answer);
    try {
      return await answer;
    } finally {
      running.delete(answer);
    }
  };
  return { fetch: follow, settled: () => Promise.allSettled([...running]) };
}

function listen(fetch: Fetch, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, () => resolve(server));
    if ("requestTimeout" in server) Object.assign(server, { requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_HEADERS_MS });
    server.once("error", (fault: NodeJS.ErrnoException) => {
      const words = CANNOT_LISTEN[fault.code ?? ""]?.(host, port);
      reject(words === undefined ? fault : new ConfigError(words));
    });
  });
}

const CANNOT_LISTEN: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `Le port ${port} est déjà pris sur ${host}. Choisissez-en un autre avec PORT=….`,
  EACCES: (_, port) => `Cet utilisateur n’a pas le droit d’écouter sur le port ${port}. Choisissez-en un au-dessus de 1023 avec PORT=….`,
  EADDRNOTAVAIL: (host) => `${host} n’est pas une adresse de cette machine (HOST).`,
  ENOTFOUND: (host) => `${host} n’est pas une adresse de cette machine (HOST).`,
};

/** The demonstration's sign-in links, or the one-time link of an instance without authority. */
async function sayFirstSteps(deps: Deps, demonstration: boolean): Promise<void> {
  if (demonstration) {
    process.stdout.write("Démonstration, sur une collectivité fictive. Un lien par rôle, valable une fois, pendant un jour :\n");
    for (const { name, jobTitle, url } of await createDemonstration(deps)) process.stdout.write(`  ${name}, ${jobTitle}\u00a0: ${url}\n`);
    return;
  }
  if ((await listAuthorities(deps.db)).length > 0) return;
  const link = await ensureSetUpLink(deps);
  if (link !== undefined) process.stdout.write(`Aucune collectivité encore. Pour commencer, ouvrez une fois\u00a0: ${link}\n`);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      resolve();
    }, GRACE_MS).unref();
  });
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (fault: unknown) => {
    const words = startFailureInWords(fault, process.env);
    process.stderr.write(
      words === undefined ? `Beffroi ne peut pas démarrer.\n${fault instanceof Error ? fault.stack : fault}\n` : `${words}\n`,
    );
    process.exit(1);
  },
);
