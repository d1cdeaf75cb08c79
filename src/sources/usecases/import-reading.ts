import type { Database } from "#src/platform/db/database.ts";
import type { Deps } from "#src/platform/deps.ts";
import { closeImport, type ImportState, openImport, reportLines } from "../db/imports.ts";
import { markFetched } from "../db/sources.ts";
import { type Identity, identitiesOf } from "../domain/identities.ts";
import { sharedIdentities } from "../domain/resolve.ts";
import type { Reading } from "../domain/source-record.ts";
import type { ReportLine, StatedRecord } from "../domain/statement.ts";
import { importProducts } from "./import-products.ts";
import { importRecords } from "./import-records.ts";
import { fingerprintOf, judged } from "./judge-record.ts";

export type ImportedSource = { readonly id: string; readonly format: string };
export type ImportDeps = {
  readonly db: Database;
  readonly now: () => Date;
  /** What other slices derive anew from the sources after each import. Done again, it changes nothing. */
  readonly afterImport?: (db: Database) => Promise<void>;
  readonly log?: Pick<Deps["log"], "error">;
};
export type ImportInput = {
  readonly id: string;
  readonly source: ImportedSource;
  readonly reading: Reading;
  readonly askedBy: string | null;
};

/** A record with what identifies it. */
export type Prepared = { readonly record: StatedRecord; readonly fingerprint: string; readonly identities: readonly Identity[] };

/** In records: each portion is one transaction, after which an import may stop. */
const PORTION = 500;

/**
 * Brings what a source says into the catalogue: what it says for the first time, what it says differently, what it still says. What it
 * no longer mentions stays as it was. Done portion by portion, each whole or not at all; a report says what became of each record.
 * Undefined when this import was asked for already.
 */
export async function importReading(deps: ImportDeps, { id, source, reading, askedBy }: ImportInput): Promise<ImportState | undefined> {
  const { db, now } = deps;
  if (!(await openImport(db, { id, sourceId: source.id, askedBy, at: now() }))) return undefined;
  return runOpenedImport(deps, { id, source, reading });
}

/** The same, of an import that is open already: it is closed when this ends, however it ends. */
export async function runOpenedImport(deps: ImportDeps, { id, source, reading }: Omit<ImportInput, "askedBy">): Promise<ImportState> {
  const { db, now } = deps;
  try {
    const state = await runImport(deps, id, source, reading);
    if (state === "done") await markFetched(db, source.id, now());
    await derive(deps, async () => deps.afterImport?.(db));
    await closeImport(db, { id, state, at: now() });
    return state;
  } catch (fault) {
    await closeImport(db, { id, state: "failed", failure: fault instanceof Error ? fault.message : String(fault), at: now() });
    throw fault;
  }
}

/**
 * What is derived from an import may fail: the import itself is done all the same. Derived after each import, were nothing new in it,
 * what failed is derived by the next one, or at the next start.
 */
export async function derive({ log }: Pick<ImportDeps, "log">, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    log?.error({ fault: fault instanceof Error ? fault.message : String(fault) }, "what follows from a catalogue import was not derived");
  }
}

async function runImport(deps: ImportDeps, importId: string, source: ImportedSource, reading: Reading): Promise<ImportState> {
  const { db, now } = deps;
  const prepared = reading.records.map(judged).map((record): Prepared => {
    return { record, fingerprint: fingerprintOf(record), identities: identitiesOf(record) };
  });
  const shared = sharedIdentities(prepared.map(({ identities }) => identities));
  const warnings = warningsByKey(reading);
  const total = prepared.length + reading.products.length + reading.skipped.length;
  let reached = 0;
  /** One portion, with its lines of the report. True when somebody asked for a stop. */
  const portion = (work: (trx: Database) => Promise<readonly ReportLine[]>): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      const lines = await work(trx);
      const from = reached;
      reached += lines.length;
      return reportLines(trx, importId, lines, { from, done: reached, total });
    });
  const parts: ((trx: Database) => Promise<readonly ReportLine[]>)[] = [
    ...inPortions(reading.skipped).map((skipped) => async () => skipped.map(skippedLine)),
    ...inPortions(prepared).map(
      (part) => (trx: Database) => importRecords(trx, { source, shared, warnings, at: now(), refreshesWords: true }, part),
    ),
    ...inPortions(reading.products).map((part) => (trx: Database) => importProducts(trx, source.id, part, now())),
  ];
  let stopped = false;
  for (const part of parts) {
    stopped = await portion(part);
    if (stopped) break;
  }
  return stopped && reached < total ? "stopped" : "done";
}

function inPortions<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / PORTION) }, (_, index) => all.slice(index * PORTION, (index + 1) * PORTION));
}

function skippedLine({ where, name, reason }: Reading["skipped"][number]): ReportLine {
  const detail = reason.kind === "unreadable" ? `${where}: unreadable: ${reason.detail}` : `${where}: ${reason.kind}`;
  return { outcome: "skipped", key: null, name, slug: null, detail };
}

function warningsByKey({ warnings }: Reading): ReadonlyMap<string, string> {
  const byKey = Map.groupBy(warnings, ({ key }) => key);
  return new Map([...byKey].map(([key, all]) => [key, all.map(({ field, problem }) => `${field}: ${problem}`).join("; ")]));
}
