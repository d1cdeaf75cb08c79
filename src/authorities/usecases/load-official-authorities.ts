import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import type { Transaction } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { DB } from "#src/platform/db/schema.ts";
import { hasOfficialAuthorities, insertOfficialAuthorities, lockOfficialAuthorities } from "../db/official-authorities.ts";
import {
  communeOf,
  departementOf,
  groupingOf,
  type ReferenceRecord,
  regionOf,
  type SearchableAuthority,
} from "../domain/official-authority.ts";

const BATCH = 1_000;
const require = createRequire(import.meta.url);

/** Loads the State's reference data when they are first needed: some 36,000 rows, read line by line and forgotten. */
export async function loadOfficialAuthorities(db: Database): Promise<void> {
  if (await hasOfficialAuthorities(db)) return;
  await db.transaction().execute(async (trx) => {
    await lockOfficialAuthorities(trx);
    if (await hasOfficialAuthorities(trx)) return;
    const totals = new Map<string, number>();
    await load(trx, "communes", (record) => {
      const commune = communeOf(record);
      if (commune !== undefined) countPeople(totals, record);
      return commune;
    });
    await load(trx, "epci", groupingOf);
    await load(trx, "ept", groupingOf);
    await load(trx, "departements", (record) => departementOf(record, totals.get(`departement ${record.code}`)));
    await load(trx, "regions", (record) => regionOf(record, totals.get(`region ${record.code}`)));
  });
}

/** The files give no population for départements and régions: it is that of their communes. */
function countPeople(totals: Map<string, number>, { departement, region, population = 0 }: ReferenceRecord): void {
  for (const key of [`departement ${departement}`, `region ${region}`]) totals.set(key, (totals.get(key) ?? 0) + population);
}

async function load(
  trx: Transaction<DB>,
  file: string,
  toRow: (record: ReferenceRecord) => SearchableAuthority | undefined,
): Promise<void> {
  let rows: SearchableAuthority[] = [];
  for await (const record of recordsOf(require.resolve(`@etalab/decoupage-administratif/data/${file}.json`))) {
    const row = toRow(record);
    if (row !== undefined) rows.push(row);
    if (rows.length < BATCH) continue;
    await insertOfficialAuthorities(trx, rows);
    rows = [];
  }
  await insertOfficialAuthorities(trx, rows);
}

/** These files are JSON arrays with one element a line: read so, they never stand whole in memory. */
async function* recordsOf(path: string): AsyncGenerator<ReferenceRecord> {
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = line.trim().replace(/,$/, "");
    if (text.startsWith("{")) yield JSON.parse(text) as ReferenceRecord;
  }
}
