import { setImmediate as pause } from "node:timers/promises";
import type { Database } from "#src/platform/db/database.ts";
import type { Deps } from "#src/platform/deps.ts";
import { FIRST_MACHINE, type MachineKey } from "../db/classify.ts";
import { unmarkPackages } from "../db/packages.ts";
import {
  chosenNames,
  deleteUnused,
  type JudgedPackage,
  lastPackage,
  markUnused,
  packagesOfChanges,
  packagesOfMachines,
  packagesToJudge,
} from "../db/unused-packages.ts";
import { nameKeyOf } from "../domain/package-choice.ts";
import { unpackIds } from "../domain/package-ids.ts";

const UNUSED_DAYS = 60;
const DAY_MS = 86_400_000;
const FIRST_AFTER_MS = 5 * 60_000;
const PACKAGES_AT_ONCE = 5_000;
const MACHINES_AT_ONCE = 200;

type Options = { readonly atOnce?: number; readonly stopped?: () => boolean };

/**
 * Removes from the dictionary what no machine has had for sixty days, of what neither the rules of data/mapping nor any authority know.
 * Two processes that do it at once do the same twice. Answers how many went.
 */
export async function removeUnusedPackages(
  { db, now }: Pick<Deps, "db" | "now">,
  { atOnce = PACKAGES_AT_ONCE, stopped = () => false }: Options = {},
): Promise<number> {
  const used = await packagesInUse(db, stopped);
  const chosen = await chosenNames(db);
  const isKept = ({ id, name, verdict }: JudgedPackage): boolean => verdict !== "unknown" || used[id] !== 0 || chosen.has(nameKeyOf(name));
  const at = now();
  const before = new Date(at.getTime() - UNUSED_DAYS * DAY_MS);
  let removed = 0;
  for (let last = 0; !stopped(); await pause()) {
    const batch = await packagesToJudge(db, last, atOnce);
    const [kept, unused] = [batch.filter(isKept), batch.filter((each) => !isKept(each))];
    await unmarkPackages(db, idsOf(kept.filter(({ unusedSince }) => unusedSince !== null)));
    await markUnused(db, idsOf(unused.filter(({ unusedSince }) => unusedSince === null)), at);
    removed += await deleteUnused(db, idsOf(unused.filter(({ unusedSince }) => unusedSince !== null && unusedSince <= before)), before);
    last = batch.at(-1)?.id ?? last;
    if (batch.length < atOnce) break;
  }
  return removed;
}

/** Once a day from now on. Answers what stops it. */
export function removeUnusedPackagesDaily(deps: Pick<Deps, "db" | "now" | "log">): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const run = (): void => {
    running = removeUnusedPackages(deps, { stopped: () => stopped }).then(
      (removed) => removed > 0 && deps.log.info({ removed }, "unused packages removed"),
      (fault: unknown) => deps.log.error({ fault: String(fault) }, "unused packages not removed"),
    );
  };
  const first = setTimeout(run, FIRST_AFTER_MS);
  const daily = setInterval(run, DAY_MS);
  first.unref();
  daily.unref();
  return async () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(daily);
    await running;
  };
}

/** By its number, whether some machine has a package, or its history names it: a byte each, for millions of them. */
async function packagesInUse(db: Database, stopped: () => boolean): Promise<Uint8Array> {
  // What is added from now on has no place here, and counts as used.
  const used = new Uint8Array((await lastPackage(db)) + 1);
  const note = (ids: readonly number[]): void => {
    for (const id of ids) if (id < used.length) used[id] = 1;
  };
  note(await packagesOfChanges(db));
  for (let last: MachineKey = FIRST_MACHINE; !stopped(); await pause()) {
    const batch = await packagesOfMachines(db, last, MACHINES_AT_ONCE);
    for (const { counted, unmapped, parts } of batch) for (const ids of [counted, unmapped, unpackIds(parts)]) note(ids);
    last = batch.at(-1) ?? last;
    if (batch.length < MACHINES_AT_ONCE) break;
  }
  return used;
}

function idsOf(packages: readonly JudgedPackage[]): readonly number[] {
  return packages.map(({ id }) => id);
}
