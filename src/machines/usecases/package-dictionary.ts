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
const VERDICTS = ["software", "unknown", "part"] as const;

/**
 * Packages to numbers. What machines name again and again is remembered here, in two generations: when the younger is full, the elder
 * is forgotten. The others are looked for in the table, and added.
 */
export function packageDictionary(db: Database, rules: () => MappingRules, most = MOST_REMEMBERED): PackageDictionary {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  /** Number × 4 + verdict. */
  const remember = (key: string, value: number): void => {
    if (young.size >= most) [old, young] = [young, new Map()];
    young.set(key, value);
  };
  const recall = (key: string): number | undefined => {
    const value = young.get(key);
    if (value !== undefined) return value;
    const older = old.get(key);
    if (older !== undefined) remember(key, older);
    return older;
  };
  return {
    sort: async (packages) => {
      const values: number[] = [];
      const missing = new Map<string, ObservedPackage>();
      for (const each of packages) {
        const key = keyOf(each);
        const value = recall(key);
        if (value === undefined) missing.set(key, each);
        else values.push(value);
      }
      if (missing.size > 0)
        for (const [key, value] of await found(db, rules(), missing)) {
          remember(key, value);
          values.push(value);
        }
      return sorted(values);
    },
  };
}

function keyOf({ name, version, publisher, origin }: ObservedPackage): string {
  return `${name}\0${version}\0${publisher}\0${origin}`;
}

/** SHA-256 cut to sixteen bytes. */
export function fingerprintOf(pkg: ObservedPackage): Buffer {
  return createHash("sha256").update(keyOf(pkg)).digest().subarray(0, 16);
}

type Found = readonly (readonly [string, number])[];

/** The verdict is that of our rules, were that of the table an earlier one: it is about to be said again. */
async function found(db: Database, rules: MappingRules, missing: ReadonlyMap<string, ObservedPackage>): Promise<Found> {
  const wanted = new Map(
    [...missing].map(([key, each]) => {
      const fingerprint = fingerprintOf(each);
      return [fingerprint.toString("hex"), { ...each, key, fingerprint, verdict: verdictOf(each, rules) }];
    }),
  );
  const values: [string, number][] = [];
  const take = (rows: readonly StoredPackage[]): void => {
    for (const { id, fingerprint } of rows) {
      const hex = fingerprint.toString("hex");
      const entry = wanted.get(hex);
      if (entry !== undefined) values.push([entry.key, id * 4 + VERDICTS.indexOf(entry.verdict.verdict)]);
      wanted.delete(hex);
    }
  };
  const left = (): readonly Buffer[] => [...wanted.values()].map(({ fingerprint }) => fingerprint);
  take(await packagesByFingerprint(db, left()));
  if (wanted.size > 0) take(await insertPackages(db, [...wanted.values()]));
  // Added by another inventory between the two statements.
  if (wanted.size > 0) take(await packagesByFingerprint(db, left()));
  return values;
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
