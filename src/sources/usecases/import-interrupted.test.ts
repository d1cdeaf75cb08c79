import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { searchSoftware } from "#src/catalogue/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { askToStop } from "../db/import-inputs.ts";
import { importById, linesOfImport, openImport } from "../db/imports.ts";
import { ensureSource, sourceById } from "../db/sources.ts";
import { identitiesOf } from "../domain/identities.ts";
import type { SourceRecord } from "../domain/source-record.ts";
import type { ReportLine } from "../domain/statement.ts";
import { aReading, aRecord, imported, wholeCatalogue } from "../testing.ts";
import { importReading, runOpenedImport } from "./import-reading.ts";
import { importRecords } from "./import-records.ts";
import { fingerprintOf, judged } from "./judge-record.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date() };
const source = { id: "sill", format: "sill" };

beforeEach(async () => {
  await sql`truncate software, source_statement, software_identity, software_pair, software_change, software_word,
            function_software, catalogue_import, catalogue_import_line, catalogue_source cascade`.execute(db);
  await ensureSource(db, { ...source, name: "Socle" });
});

const many = (count: number, prefix = "Soft"): SourceRecord[] =>
  Array.from({ length: count }, (_, index) => aRecord({ key: `${prefix}${index}`, name: `${prefix} n${index}x`, licences: ["MIT"] }));
const count = async (): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*)::int as n from software`.execute(db)).rows[0]?.n);

describe("an import of more than one portion", () => {
  it("brings all of it, line by line in the order of the source", async () => {
    const { report, lines } = await imported(db, "sill", { records: many(1001) });
    expect(report).toMatchObject({ state: "done", created: 1001, done: 1001, total: 1001 });
    expect(lines.map(({ key }) => key)).toEqual(many(1001).map(({ key }) => key));
    expect(await count()).toBe(1001);
  });

  it("asks few questions about a great many records of one name, and compares none of them with all", async () => {
    const records = Array.from({ length: 1500 }, (_, index) => aRecord({ key: `k${index}`, name: `Outil ${index}` }));
    expect((await imported(db, "sill", { records })).report).toMatchObject({ state: "done", created: 1500 });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from software_pair`.execute(db);
    expect(rows[0]?.n).toBeGreaterThan(0);
    expect(rows[0]?.n).toBeLessThanOrEqual(15_000);
  });

  it("stops between two portions when somebody asks, keeps what was done, and ends when run again", async () => {
    const id = newId<string>();
    await openImport(db, { id, sourceId: "sill", askedBy: null, at: new Date() });
    await askToStop(db, id, new Date());
    expect(await runOpenedImport(deps, { id, source, reading: aReading({ records: many(1001) }) })).toBe("stopped");
    expect(await importById(db, id)).toMatchObject({
      state: "stopped",
      created: 500,
      done: 500,
      total: 1001,
      finishedAt: expect.any(Date),
    });
    expect([await count(), (await linesOfImport(db, id, { limit: 2000 })).length]).toEqual([500, 500]);
    expect((await sourceById(db, "sill"))?.fetchedAt).toBeNull();
    expect((await searchSoftware(db, { text: "n499x", limit: 1 })).results[0]?.name).toBe("Soft n499x");
    const { report } = await imported(db, "sill", { records: many(1001) });
    expect(report).toMatchObject({ state: "done", created: 501, unchanged: 500 });
  });

  it("is done, and not stopped, when the stop comes after the last portion", async () => {
    const id = newId<string>();
    await openImport(db, { id, sourceId: "sill", askedBy: null, at: new Date() });
    await askToStop(db, id, new Date());
    expect(await runOpenedImport(deps, { id, source, reading: aReading({ records: many(3) }) })).toBe("done");
  });

  it("keeps the earlier portions, and nothing of the one that fails, and says that it failed", async () => {
    const id = newId<string>();
    // The database takes no such character: readers leave none.
    const poisoned = many(1001).map((record, index) => (index === 700 ? { ...record, descriptionFr: "\u0000" } : record));
    const failing = importReading(deps, { id, source, reading: aReading({ records: poisoned }), askedBy: null });
    await expect(failing).rejects.toThrow();
    const report = await importById(db, id);
    expect(report).toMatchObject({ state: "failed", created: 500, done: 500, total: 1001, finishedAt: expect.any(Date) });
    expect(report?.failure).toMatch(/unicode|\\u0000/i);
    expect([await count(), (await linesOfImport(db, id, { limit: 2000 })).length]).toEqual([500, 500]);
    expect((await sourceById(db, "sill"))?.fetchedAt).toBeNull();
    expect((await imported(db, "sill", { records: many(1001) })).report).toMatchObject({ created: 501, unchanged: 500 });
  });
});

describe("two imports at once", () => {
  it("speak of the same software once, whichever comes first", async () => {
    await ensureSource(db, { id: "comptoir", format: "comptoir", name: "Comptoir" });
    const brought = (sourceId: string): Promise<readonly ReportLine[]> => {
      const records = many(40, sourceId).map((record, index) => judged({ ...record, repository: `https://github.com/x/soft${index}` }));
      const part = records.map((record) => ({ record, fingerprint: fingerprintOf(record), identities: identitiesOf(record) }));
      const context = {
        source: { id: sourceId },
        shared: new Set<string>(),
        warnings: new Map<string, string>(),
        at: new Date(),
        refreshesWords: true,
      };
      return db.transaction().execute((trx) => importRecords(trx, context, part));
    };
    const lines = (await Promise.all([brought("sill"), brought("comptoir"), brought("sill"), brought("comptoir")])).flat();
    expect(Object.fromEntries([...Map.groupBy(lines, ({ outcome }) => outcome)].map(([outcome, all]) => [outcome, all.length]))).toEqual({
      created: 40,
      joined: 40,
      unchanged: 80,
    });
    expect(await count()).toBe(40);
  });

  it("of one file give what one import gives", async () => {
    const records = many(600);
    await imported(db, "sill", { records });
    const { software, source_statement, software_identity } = await wholeCatalogue(db);
    await Promise.all([imported(db, "sill", { records }), imported(db, "sill", { records })]);
    expect(await wholeCatalogue(db)).toMatchObject({ software, source_statement, software_identity });
  });
});
