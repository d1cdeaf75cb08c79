import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "#src/platform/deps.ts";
import { CATALOGUE_IMPORT } from "#src/platform/jobs/queues.ts";
import { forgetEndedInputs } from "../db/import-inputs.ts";
import { closeCutImports } from "../db/imports.ts";
import type { ImportDeps } from "./import-reading.ts";
import { publishMerged } from "./publish-merged.ts";
import { refreshSources } from "./refresh-sources.ts";
import { runImport } from "./run-import.ts";

const HOUR_MS = 3_600_000;
/** What a process does first is to answer people. */
const FIRST_LOOK_MS = 60_000;
/** A reading still going on this long after a stop was asked is cut; its import is closed at the next start. */
const GRACE_MS = 5_000;

/** Runs the imports that people ask for, and looks every hour at which sources are due. What a killed process left is closed first. Gives what stops it. */
export async function startCatalogueJobs(
  deps: Pick<Deps, "db" | "now" | "jobs" | "log"> & Pick<ImportDeps, "afterImport">,
): Promise<() => Promise<void>> {
  const { db, now, jobs, log, afterImport } = deps;
  const running = { db, now, log, ...(afterImport === undefined ? {} : { afterImport }) };
  await closeCutImports(db, now());
  await forgetEndedInputs(db);
  await publishMerged(db, now());
  await jobs.work<{ importId: string }>(CATALOGUE_IMPORT, async ({ importId }) => void (await runImport(running, importId)));
  let looking: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    looking = refreshSources(running).then(
      (refreshed) => refreshed.length > 0 && log.info({ refreshed }, "catalogue sources refreshed"),
      (fault: unknown) => log.error({ fault: String(fault) }, "catalogue sources not refreshed"),
    );
  };
  const first = setTimeout(look, FIRST_LOOK_MS).unref();
  const hourly = setInterval(look, HOUR_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(hourly);
    await Promise.race([looking, sleep(GRACE_MS, undefined, { ref: false })]);
  };
}
