import type { Deps } from "#src/platform/deps.ts";
import { tellFollowers } from "./tell-followers.ts";

/** Looked at this often, so that a day is not missed when the machine was off at some hour. What was told is not told again. */
const EVERY_MS = 24 * 3_600_000;
const FIRST_AFTER_MS = 60_000;

/** Tells followers once a day from now on, in every process: each thing is told by one of them. Answers what stops it. */
export function watchDaily(deps: Deps): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const run = (): void => {
    running = tellFollowers(deps).catch((fault: unknown) => deps.log.error({ fault: String(fault) }, "followers not told"));
  };
  const first = setTimeout(run, FIRST_AFTER_MS);
  const daily = setInterval(run, EVERY_MS);
  first.unref();
  daily.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(daily);
    await running;
  };
}
