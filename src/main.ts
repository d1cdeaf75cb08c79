import cluster from "node:cluster";
import { ensureSetUpLink, listAuthorities } from "#src/authorities/public.ts";
import { holdSearchIndex } from "#src/catalogue/public.ts";
import { createDemonstration } from "#src/demonstration/public.ts";
import { mailNotifications } from "#src/home/public.ts";
import { removeUnusedPackagesDaily, startClassifying } from "#src/machines/public.ts";
import { keepMonthsDaily } from "#src/openness/public.ts";
import { readConfig } from "#src/platform/config.ts";
import type { Deps } from "#src/platform/deps.ts";
import { builtAssets } from "#src/platform/http/assets.ts";
import { openServer } from "#src/platform/http/listen.ts";
import { keepServers } from "#src/platform/processes/keep-servers.ts";
import { startPlatform } from "#src/platform/start.ts";
import { startFailureInWords } from "#src/platform/start-failure.ts";
import { loadCatalogue, startCatalogueJobs } from "#src/sources/public.ts";
import { refreshSuppliers } from "#src/suppliers/public.ts";
import { watchDaily } from "#src/watch/public.ts";
import { buildApp } from "./app.tsx";

const CLIENT_FOLDER = "dist/client";

/** What is open, closed in reverse order when a stop is asked, and when the start fails. */
type Opened = (() => Promise<unknown>)[];

/** Starts Beffroi from its environment, and stops it in order on SIGINT and SIGTERM, were it still starting. */
async function main(args: readonly string[]): Promise<void> {
  const stop = stopAsked();
  const opened: Opened = [];
  let fault: unknown;
  try {
    const { log } = await start(args, opened, stop);
    await aborted(stop);
    log.info({ signal: stop.reason }, "stopping");
  } catch (thrown) {
    if (thrown !== stop.reason) fault = thrown;
  }
  for (const close of opened.reverse()) await close().catch((late) => (fault ??= late));
  if (fault !== undefined) throw fault;
}

/**
 * Alone, this process does everything. Where several answer pages, one of them keeps the others and does what is done once: migrations,
 * jobs, what comes each day. `stop` is looked at where something was just opened: what follows would have to be closed again.
 */
async function start(args: readonly string[], opened: Opened, stop: AbortSignal): Promise<Deps> {
  const config = readConfig(process.env);
  const started = await startPlatform(config, { prepared: cluster.isWorker });
  opened.push(started.close);
  stop.throwIfAborted();
  const { deps } = started;
  if (cluster.isWorker) {
    await answerPages(deps, opened);
    return deps;
  }
  await prepare(deps, opened);
  stop.throwIfAborted();
  if (config.processes === 1) await answerPages(deps, opened);
  else opened.push(await keepServers({ count: config.processes, env: { DATABASE_URL: started.databaseUrl }, log: deps.log }));
  stop.throwIfAborted();
  process.stdout.write(`Beffroi\u00a0: ${config.publicUrl}\n`);
  // A demonstration cut short is taken up at the next start.
  await Promise.race([sayFirstSteps(deps, args.includes("--demo")), aborted(stop)]);
  return deps;
}

/** What one process does for all, before anything is answered and beside it. */
async function prepare(deps: Deps, opened: Opened): Promise<void> {
  const { skipped } = await loadCatalogue(deps.db, "data/catalogue");
  for (const { file, reason } of skipped) deps.log.warn({ file, reason }, "catalogue file skipped");
  await refreshSuppliers(deps.db, deps.now());
  await mailNotifications(deps);
  const afterImport = async (db: Deps["db"]): Promise<void> => void (await refreshSuppliers(db, deps.now()));
  opened.push(await startCatalogueJobs({ ...deps, afterImport }));
  opened.push(watchDaily(deps));
  opened.push(await startClassifying(deps));
  opened.push(removeUnusedPackagesDaily(deps));
  await keepMonthsDaily(deps);
}

async function answerPages(deps: Deps, opened: Opened): Promise<void> {
  const demonstration = () => createDemonstration(deps);
  const app = buildApp(deps, { assets: builtAssets(CLIENT_FOLDER), clientFolder: CLIENT_FOLDER, createDemonstration: demonstration });
  opened.push(await openServer(app.fetch, deps.config));
  // The first pages do not wait for it; a search that comes before its end does.
  holdSearchIndex(deps.db).catch((fault: unknown) => deps.log.error({ fault }, "the catalogue could not be read into memory"));
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
