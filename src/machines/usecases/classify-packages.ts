import { setImmediate as pause } from "node:timers/promises";
import type { Database } from "#src/platform/db/database.ts";
import type { Deps } from "#src/platform/deps.ts";
import {
  FIRST_MACHINE,
  type MachineKey,
  machinesAfter,
  packagesAfter,
  rulesFingerprint,
  type SortedMachine,
  saveRulesFingerprint,
  saveSorted,
  saveVerdicts,
} from "../db/classify.ts";
import { type MappingRules, type Verdict, verdictOf } from "../domain/mapping.ts";
import { packIds, unpackIds } from "../domain/package-ids.ts";
import { currentMapping, type LoadedMapping } from "./load-mapping.ts";

export type Classified = { readonly packages: number; readonly machines: number };
type Rules = Pick<LoadedMapping, "rules" | "fingerprint">;

const PACKAGES_AT_ONCE = 5_000;
const MACHINES_AT_ONCE = 200;
const CODES = ["unknown", "software", "part"] as const satisfies readonly Verdict["verdict"][];

/**
 * When data/mapping changed: says again what every package is before anything is answered, then goes through the machines while pages
 * are. Cut halfway, it begins again at the next start: the new rules are noted last. Two processes that do it at once do the same twice.
 */
export async function startClassifying(
  { db, log }: Pick<Deps, "db" | "log">,
  mapping: Rules = currentMapping(),
): Promise<() => Promise<void>> {
  const rest = await classifyDictionary(db, mapping);
  let stopped = false;
  const running = rest?.(() => stopped).then(
    (classified) => log.info({ classified }, "packages classified again"),
    (fault: unknown) => log.error({ fault: String(fault) }, "packages not classified"),
  );
  return async () => {
    stopped = true;
    await running;
  };
}

/** The same, at once. Undefined: the rules are those of last time. */
export async function classifyPackages(db: Database, mapping: Rules = currentMapping()): Promise<Classified | undefined> {
  return (await classifyDictionary(db, mapping))?.(() => false);
}

type Rest = (stopped: () => boolean) => Promise<Classified>;

async function classifyDictionary(db: Database, { rules, fingerprint }: Rules): Promise<Rest | undefined> {
  if ((await rulesFingerprint(db)) === fingerprint) return undefined;
  const { verdicts, changed } = await saveNewVerdicts(db, rules);
  return async (stopped) => {
    const { machines, whole } = await sortMachines(db, verdicts, stopped);
    if (whole) await saveRulesFingerprint(db, fingerprint);
    return { packages: changed, machines };
  };
}

/** The verdict of each package by its number, as an index of CODES: one byte each, for millions of them. */
type Verdicts = { codes: Uint8Array };

async function saveNewVerdicts(db: Database, rules: MappingRules): Promise<{ readonly verdicts: Verdicts; readonly changed: number }> {
  const verdicts: Verdicts = { codes: new Uint8Array(1 << 16) };
  let changed = 0;
  for (let last = 0; ; ) {
    const batch = await packagesAfter(db, last, PACKAGES_AT_ONCE);
    const news = [];
    for (const { id, verdict, softwareSlug, ...named } of batch) {
      const said = verdictOf(named, rules);
      const slug = said.verdict === "software" ? said.slug : null;
      note(verdicts, id, said.verdict);
      if (said.verdict !== verdict || slug !== softwareSlug) news.push({ id, verdict: said.verdict, softwareSlug: slug });
    }
    await saveVerdicts(db, news);
    changed += news.length;
    last = batch.at(-1)?.id ?? last;
    if (batch.length < PACKAGES_AT_ONCE) return { verdicts, changed };
    await pause();
  }
}

function note(verdicts: Verdicts, id: number, verdict: Verdict["verdict"]): void {
  if (id >= verdicts.codes.length) {
    const longer = new Uint8Array(Math.max(id + 1, verdicts.codes.length * 2));
    longer.set(verdicts.codes);
    verdicts.codes = longer;
  }
  verdicts.codes[id] = CODES.indexOf(verdict);
}

async function sortMachines(
  db: Database,
  { codes }: Verdicts,
  stopped: () => boolean,
): Promise<{ readonly machines: number; readonly whole: boolean }> {
  let machines = 0;
  for (let last: MachineKey = FIRST_MACHINE; ; ) {
    if (stopped()) return { machines, whole: false };
    const batch = await db.transaction().execute(async (trx) => {
      const some = await machinesAfter(trx, last, MACHINES_AT_ONCE);
      for (const machine of some) {
        const sorted = sortedAgain(machine, codes);
        if (sorted === undefined) continue;
        await saveSorted(trx, sorted);
        machines++;
      }
      return some;
    });
    last = batch.at(-1) ?? last;
    if (batch.length < MACHINES_AT_ONCE) return { machines, whole: true };
    await pause();
  }
}

/** Undefined: each package is where it must be. */
function sortedAgain(machine: SortedMachine, codes: Uint8Array): SortedMachine | undefined {
  const parts = unpackIds(machine.parts);
  const is = (id: number, verdict: Verdict["verdict"]): boolean => CODES[codes[id] ?? 0] === verdict;
  const inPlace =
    machine.counted.every((id) => is(id, "software")) &&
    machine.unmapped.every((id) => is(id, "unknown")) &&
    parts.every((id) => is(id, "part"));
  if (inPlace) return undefined;
  const all = [...machine.counted, ...machine.unmapped, ...parts].sort((a, b) => a - b);
  const left = all.filter((id) => is(id, "part"));
  return {
    ...machine,
    counted: all.filter((id) => is(id, "software")),
    unmapped: all.filter((id) => is(id, "unknown")),
    parts: packIds(left),
    partsCount: left.length,
  };
}
