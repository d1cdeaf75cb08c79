import { createHash } from "node:crypto";
import type { Database } from "#src/platform/db/database.ts";
import { insertPackages, packagesByFingerprint, type StoredPackage } from "../db/packages.ts";
import type { ObservedPackage } from "../domain/inventory.ts";
import { type MappingRules, verdictOf } from "../domain/mapping.ts";

/** A machine's packages as numbers of the dictionary, increasing, by what they are. */
export type SortedPackages = {
  readonly counted: readonly number[];
  readonly unmapped: readonly number[];
  readonly parts: readonly number[];
};
export type PackageDictionary = {
  readonly sort: (packages: readonly ObservedPackage[]) => Promise<SortedPackages>;
};

/** Entries of each of two generations: some 150 bytes each. */
const MOST_REMEMBERED = 60_000;
/** Well before the sixty days after which an unused package goes: a number that went would be given to a machine. */
const REMEMBERED_MS = 86_400_000;
/** A name with more versions than this is looked for in the table: an agent may name one package twenty thousand times. */
const MOST_NAMESAKES = 64;
const VERDICTS = ["software", "unknown", "part"] as const;

/** Number × 4 + verdict. */
type Known = { readonly pkg: ObservedPackage; readonly value: number };

/**
 * Packages to numbers. What machines name again and again is remembered here, in two generations: when the younger is full, the elder
 * is forgotten. The others are looked for in the table, and added.
 */
export function packageDictionary(
  db: Database,
  rules: () => MappingRules,
  most = MOST_REMEMBERED,
  clock: () => number = Date.now,
): PackageDictionary {
  // By name, then compared: making one text of each package's four, to look it up, took a quarter of the time of an inventory.
  let young = new Map<string, Known[]>();
  let old = new Map<string, Known[]>();
  let count = 0;
  let since = clock();
  const remember = (known: Known): void => {
    if (count >= most) [old, young, count] = [young, new Map(), 0];
    count += 1;
    const namesakes = young.get(known.pkg.name);
    if (namesakes === undefined) young.set(known.pkg.name, [known]);
    else if (namesakes.push(known) > MOST_NAMESAKES) namesakes.shift();
  };
  const recall = (pkg: ObservedPackage): number | undefined => {
    const known = among(young.get(pkg.name), pkg);
    if (known !== undefined) return known.value;
    const older = among(old.get(pkg.name), pkg);
    if (older !== undefined) remember(older);
    return older?.value;
  };
  return {
    sort: async (packages) => {
      if (clock() - since > REMEMBERED_MS) [old, young, count, since] = [new Map(), new Map(), 0, clock()];
      const values: number[] = [];
      const missing: ObservedPackage[] = [];
      for (const each of packages) {
        const value = recall(each);
        if (value === undefined) missing.push(each);
        else values.push(value);
      }
      if (missing.length > 0)
        for (const known of await found(db, rules(), missing)) {
          if (among(young.get(known.pkg.name), known.pkg) === undefined) remember(known);
          values.push(known.value);
        }
      return sorted(values);
    },
  };
}

function among(namesakes: readonly Known[] | undefined, { version, publisher, origin }: ObservedPackage): Known | undefined {
  return namesakes?.find(({ pkg }) => pkg.version === version && pkg.publisher === publisher && pkg.origin === origin);
}

/** Trap: a piece of a text keeps the whole text in memory, here a message of a megabyte. */
function copyOf(pkg: ObservedPackage): ObservedPackage {
  return JSON.parse(JSON.stringify(pkg)) as ObservedPackage;
}

/** SHA-256 cut to sixteen bytes. */
export function fingerprintOf({ name, version, publisher, origin }: ObservedPackage): Buffer {
  return createHash("sha256").update(`${name}\0${version}\0${publisher}\0${origin}`).digest().subarray(0, 16);
}

/** The verdict is that of our rules, were that of the table an earlier one: it is about to be said again. */
async function found(db: Database, rules: MappingRules, missing: readonly ObservedPackage[]): Promise<readonly Known[]> {
  const wanted = new Map(
    missing.map((pkg) => {
      const fingerprint = fingerprintOf(pkg);
      return [fingerprint.toString("hex"), { pkg, fingerprint, verdict: verdictOf(pkg, rules) }];
    }),
  );
  const known: Known[] = [];
  const take = (rows: readonly StoredPackage[]): void => {
    for (const { id, fingerprint } of rows) {
      const hex = fingerprint.toString("hex");
      const entry = wanted.get(hex);
      if (entry !== undefined) known.push({ pkg: copyOf(entry.pkg), value: id * 4 + VERDICTS.indexOf(entry.verdict.verdict) });
      wanted.delete(hex);
    }
  };
  const left = (): readonly Buffer[] => [...wanted.values()].map(({ fingerprint }) => fingerprint);
  take(await packagesByFingerprint(db, left()));
  if (wanted.size > 0)
    take(
      await insertPackages(
        db,
        [...wanted.values()].map(({ pkg, ...entry }) => ({ ...pkg, ...entry })),
      ),
    );
  // Added by another inventory between the two statements.
  if (wanted.size > 0) take(await packagesByFingerprint(db, left()));
  return known;
}

function sorted(values: readonly number[]): SortedPackages {
  const all = Float64Array.from(values).sort();
  const sides: [number[], number[], number[]] = [[], [], []];
  let previous = -1;
  for (const value of all) {
    // Agents name a package once for each architecture.
    if (value !== previous) sides[(value % 4) as 0 | 1 | 2].push(Math.floor(value / 4));
    previous = value;
  }
  return { counted: sides[0], unmapped: sides[1], parts: sides[2] };
}
