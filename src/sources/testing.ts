import { type RawBuilder, sql } from "kysely";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { Prepared } from "#src/platform/db/testing.ts";
import { type CatalogueImport, importById, linesOfImport, openImport } from "./db/imports.ts";
import { ensureSource } from "./db/sources.ts";
import { NO_WORDS } from "./domain/own-words.ts";
import { bareRecord } from "./domain/readers/entries.ts";
import { SOURCE_NAMES } from "./domain/source-names.ts";
import type { LifecycleProduct, Reading, ReleaseCycle, SourceFormat, SourceRecord } from "./domain/source-record.ts";
import type { ReadFreedom, ReportLine, StatedRecord, Statement } from "./domain/statement.ts";
import type { TypedWords } from "./domain/word-check.ts";
import { correctSoftware } from "./usecases/correct-software.ts";
import { importReading } from "./usecases/import-reading.ts";
import { loadCatalogue } from "./usecases/load-catalogue.ts";

type Parts = { readonly db: Database; readonly now: () => Date };
type SaidRecord = Partial<SourceRecord> & Pick<SourceRecord, "key" | "name">;

/** The starter catalogue, for the files that begin with it. */
export const WITH_CATALOGUE: Prepared = { name: "catalogue", prepare: (db) => loadCatalogue(db, "data/catalogue") };

/** What a source says, imported at once. Gives the import's identifier. */
export async function aSourceSaying({ db, now }: Parts, format: SourceFormat, records: readonly SaidRecord[]): Promise<string> {
  await ensureSource(db, { id: format, format, name: SOURCE_NAMES[format] });
  const reading = {
    records: records.map((record) => ({ ...bareRecord(record.key, record.name), ...record })),
    products: [],
    skipped: [],
    warnings: [],
  };
  const id = newId<string>();
  await importReading({ db, now }, { id, source: { id: format, format }, reading, askedBy: null });
  return id;
}

/** An import that waits, of which nothing ran yet. */
export async function aCatalogueImport({ db, now }: Parts, id: string): Promise<void> {
  await ensureSource(db, { id: "sill", format: "sill", name: SOURCE_NAMES.sill });
  await openImport(db, { id, sourceId: "sill", askedBy: null, at: now(), state: "waiting" });
}

/** What a source says of a software, of which a few facts are given: the key is the name unless told. */
export function aRecord(facts: Partial<SourceRecord> & Pick<SourceRecord, "name">): SourceRecord {
  return { ...bareRecord(facts.key ?? facts.name, facts.name), ...facts };
}

type StatedFacts = Partial<Omit<StatedRecord, "freedom">> & { readonly freedom?: Partial<ReadFreedom> };

/** A statement of the source named as its format; nothing is known of its licence unless told. */
export function aStatement(format: string, { freedom, ...facts }: StatedFacts): Statement {
  const record = { ...aRecord({ name: "GRR", ...facts }), freedom: { spdx: null, said: null, guess: false, free: null, ...freedom } };
  return { sourceId: format, format, key: record.key, slug: facts.slug ?? "grr", record, saidAt: new Date("2026-01-05T08:00:00Z") };
}

/** What was typed in a form about the words of an authority. */
export function someTypedWords(typed: Partial<TypedWords> = {}): TypedWords {
  return {
    ...{ name: "", publisher: "", licence: "", descriptionFr: "", descriptionEn: "", categories: [], website: "", repository: "" },
    ...{ wikidata: "", endoflife: "", aliases: "", terms: "", replaces: "", denied: NO_WORDS.denied, keepsLicence: false },
    ...typed,
  };
}

/** What an agent's authority says itself of a software of the catalogue. */
export async function someOwnWords(deps: Parts, agent: Agent, slug: string, typed: Partial<TypedWords>): Promise<void> {
  const correction = { slug, typed: someTypedWords(typed), reason: "Lu sur le site des auteurs.", version: 0 };
  const result = await correctSoftware(deps, agent, correction);
  if (!result.ok) throw new Error(`Not said: ${JSON.stringify(result.error)}`);
}

export function aReading(said: Partial<Reading>): Reading {
  return { records: [], products: [], skipped: [], warnings: [], ...said };
}

export function aProduct(facts: Partial<LifecycleProduct> & Pick<LifecycleProduct, "product">): LifecycleProduct {
  return { name: facts.product, aliases: [], category: null, website: null, identifiers: [], cycles: [aCycle("1")], ...facts };
}

export function aCycle(cycle: string, facts: Partial<ReleaseCycle> = {}): ReleaseCycle {
  const none = { label: null, releasedOn: null, ends: null, ended: null, supportEnds: null, latest: null, latestOn: null };
  return { cycle, ...none, lts: false, ...facts };
}

export type Imported = { readonly report: CatalogueImport; readonly lines: readonly ReportLine[] };

/** Imports what a source says, as a command would, and gives the report. */
export async function imported(db: Database, format: SourceFormat, said: Partial<Reading>, at = new Date()): Promise<Imported> {
  await ensureSource(db, { id: format, format, name: SOURCE_NAMES[format] });
  const id = newId<string>();
  await importReading({ db, now: () => at }, { id, source: { id: format, format }, reading: aReading(said), askedBy: null });
  const report = await importById(db, id);
  if (report === undefined) throw new Error("An import that was opened is there");
  const lines = await linesOfImport(db, id, { limit: 10_000 });
  return { report, lines: lines.map(({ outcome, key, name, slug, detail }) => ({ outcome, key, name, slug, detail })) };
}

const SAID = [
  "software",
  "source_statement",
  "software_identity",
  "software_pair",
  "software_change",
  "lifecycle_product",
  "release_cycle",
];
const FOUND_BY = ["software_word", "function_software"];

/** All that the catalogue holds, but for the days on which it was last seen, and the reports of imports. */
export async function wholeCatalogue(db: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const whole: Record<string, readonly unknown[]> = {};
  for (const table of [...SAID, ...FOUND_BY]) {
    const rows: RawBuilder<{ row: unknown }> = sql`select to_jsonb(t) - 'seen_at' as row from ${sql.table(table)} t order by 1`;
    whole[table] = (await rows.execute(db)).rows.map(({ row }) => row);
  }
  return whole;
}
