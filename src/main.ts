import { serve } from "@hono/node-server";
import { ensureSetUpLink, listAuthorities } from "#src/authorities/public.ts";
import { holdSearchIndex } from "#src/catalogue/public.ts";
import { createDemonstration } from "#src/demonstration/public.ts";
import { mailNotifications } from "#src/home/public.ts";
import { startClassifying } from "#src/machines/public.ts";
import { keepMonthsDaily } from "#src/openness/public.ts";
import { type Config, ConfigError, readConfig } from "#src/platform/config.ts";
import type { Deps } from "#src/platform/deps.ts";
import { builtAssets } from "#src/platform/http/assets.ts";
import { type Started, startPlatform } from "#src/platform/start.ts";
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

/** Starts Beffroi from its environment, and stops it in order on SIGINT and SIGTERM. */
async function main(args: readonly string[]): Promise<void> {
  const config = readConfig(process.env);
  const started = await startPlatform(config);
  const { deps } = started;
  const { skipped } = await loadCatalogue(deps.db, "data/catalogue");
  for (const { file, reason } of skipped) deps.log.warn({ file, reason }, "catalogue file skipped");
  await refreshSuppliers(deps.db, deps.now());
  await mailNotifications(deps);
  const afterImport = async (db: Deps["db"]): Promise<void> => void (await refreshSuppliers(db, deps.now()));
  const stopCatalogueJobs = await startCatalogueJobs({ ...deps, afterImport });
  const stopWatch = watchDaily(deps);
  const stopClassifying = await startClassifying(deps);
  await keepMonthsDaily(deps);
  const demonstration = () => createDemonstration(deps);
  const app = buildApp(deps, { assets: builtAssets(CLIENT_FOLDER), clientFolder: CLIENT_FOLDER, createDemonstration: demonstration });
  const { fetch, settled } = followed(app.fetch);
  const server = await listen(fetch, config);
  // The first pages do not wait for it; a search that comes before its end does.
  holdSearchIndex(deps.db).catch((fault: unknown) => deps.log.error({ fault }, "the catalogue could not be read into memory"));
  process.stdout.write(`Beffroi\u00a0: ${config.publicUrl}\n`);
  stopOnSignal(async () => {
    await closed(server);
    await settled();
    await stopCatalogueJobs();
    await stopWatch();
    await stopClassifying();
  }, started);
  await sayFirstSteps(started, args.includes("--demo"));
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
    server.once("error", (fault: NodeJS.ErrnoException) =>
      reject(
        fault.code === "EADDRINUSE"
          ? new ConfigError(`Le port ${port} est déjà pris sur ${host}. Choisissez-en un autre avec PORT=….`)
          : fault,
      ),
    );
  });
}

/** The demonstration's sign-in links, or the one-time link of an instance without authority. */
async function sayFirstSteps({ deps }: Started, demonstration: boolean): Promise<void> {
  if (demonstration) {
    process.stdout.write("Démonstration, sur une collectivité fictive. Un lien par rôle, valable une fois, pendant un jour :\n");
    for (const { name, jobTitle, url } of await createDemonstration(deps)) process.stdout.write(`  ${name}, ${jobTitle}\u00a0: ${url}\n`);
    return;
  }
  if ((await listAuthorities(deps.db)).length > 0) return;
  const link = await ensureSetUpLink(deps);
  if (link !== undefined) process.stdout.write(`Aucune collectivité encore. Pour commencer, ouvrez une fois\u00a0: ${link}\n`);
}

function stopOnSignal(quiet: () => Promise<void>, { deps, close }: Started): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    deps.log.info({ signal }, "stopping");
    await quiet();
    await close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(signal));
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

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(
    fault instanceof ConfigError
      ? `${fault.message}\n`
      : `Beffroi ne peut pas démarrer.\n${fault instanceof Error ? fault.stack : fault}\n`,
  );
  process.exit(1);
});
