import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Verdict } from "../domain/mapping.ts";
import type { MachineKey } from "./classify.ts";

/** The largest number of the dictionary as it is now; 0 when it is empty. */
export async function lastPackage(db: Database): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(id) as last from package`.execute(db);
  return rows[0]?.last ?? 0;
}

export type MachinePackages = MachineKey & {
  readonly counted: readonly number[];
  readonly unmapped: readonly number[];
  readonly parts: Uint8Array;
};

/** The next machines of the instance, removed and replaced ones among them: their page still says what they had. Nothing is locked. */
export async function packagesOfMachines(
  db: Database,
  { authorityId, id }: MachineKey,
  limit: number,
): Promise<readonly MachinePackages[]> {
  const { rows } = await sql<MachinePackages>`
    select authority_id, id, counted, unmapped, parts from machine
     where (authority_id, id) > (${authorityId}::uuid, ${id}::uuid) order by authority_id, id limit ${limit}`.execute(db);
  return rows;
}

/** What the history of some machine names. */
export async function packagesOfChanges(db: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct u.id from machine_change c cross join lateral unnest(c.appeared || c.disappeared) u(id)`.execute(db);
  return rows.map(({ id }) => id);
}

/** Names of which some authority said what they are. */
export async function chosenNames(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("packageChoice").select("nameKey").distinct().execute();
  return new Set(rows.map(({ nameKey }) => nameKey));
}

export type JudgedPackage = {
  readonly id: number;
  readonly name: string;
  readonly verdict: Verdict["verdict"];
  readonly unusedSince: Date | null;
};

/** Those that no rule knows, and those that were once seen unused. */
export async function packagesToJudge(db: Database, after: number, limit: number): Promise<readonly JudgedPackage[]> {
  const { rows } = await sql<JudgedPackage>`
    select id, name, verdict, unused_since from package
     where id > ${after} and (verdict = 'unknown' or unused_since is not null) order by id limit ${limit}`.execute(db);
  return rows;
}

export async function markUnused(db: Database, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update package p set unused_since = ${at}
      from (select id from package where id = any(${[...ids]}::int[]) and unused_since is null order by id for update) n
     where p.id = n.id`.execute(db);
}

/** How many went: what an inventory named meanwhile is no longer marked, and stays. */
export async function deleteUnused(db: Database, ids: readonly number[], before: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    delete from package p
     using (select id from package where id = any(${[...ids]}::int[]) and unused_since <= ${before} order by id for update) n
     where p.id = n.id`.execute(db);
  return Number(numAffectedRows);
}
