import { listAuthorities } from "#src/authorities/public.ts";
import type { Deps } from "#src/platform/deps.ts";
import { OPENNESS_MONTHS } from "#src/platform/jobs/queues.ts";
import { keepMonths } from "./keep-months.ts";

/** Each day, before people come to work: what a stopped server missed is done once it is back. */
const DAILY = "20 4 * * *";

/** Every authority in turn; one that fails does not stop the others. */
export async function keepMonthsOfAll(deps: Pick<Deps, "db" | "now" | "log">): Promise<void> {
  for (const { id } of await listAuthorities(deps.db)) {
    try {
      await keepMonths(deps, id);
    } catch (fault) {
      deps.log.error({ authorityId: id, fault: String(fault) }, "share of free software not kept");
    }
  }
}

/** Counts the share of free software each day from now on, whatever the number of processes. */
export async function keepMonthsDaily(deps: Pick<Deps, "db" | "now" | "log" | "jobs">): Promise<void> {
  await deps.jobs.work(OPENNESS_MONTHS, () => keepMonthsOfAll(deps));
  await deps.jobs.daily(OPENNESS_MONTHS, DAILY);
}
