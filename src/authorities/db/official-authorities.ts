import { sql, type Transaction } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { DB } from "#src/platform/db/schema.ts";
import type { OfficialAuthority, OfficialKind, SearchableAuthority } from "../domain/official-authority.ts";

const COLUMNS = ["kind", "code", "name", "siren", "population", "departmentCode"] as const;

/** One process loads; the others wait, then see that it is done. */
export async function lockOfficialAuthorities(trx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('official-authority', 4))`.execute(trx);
}

export async function hasOfficialAuthorities(db: Database | Transaction<DB>): Promise<boolean> {
  return (await db.selectFrom("officialAuthority").select("code").limit(1).executeTakeFirst()) !== undefined;
}

export async function insertOfficialAuthorities(trx: Transaction<DB>, rows: readonly SearchableAuthority[]): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto("officialAuthority")
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** `query` is plain text already. Names that begin with it first, then the likest, then the most populated. */
export async function searchOfficialAuthorities(db: Database, query: string, limit: number): Promise<readonly OfficialAuthority[]> {
  const { rows } = await sql<OfficialAuthority>`
    select kind, code, name, siren, population, department_code from official_authority
     where searched like ${`%${query}%`} or ${query} <% searched
     order by (searched like ${`${query}%`}) desc, round(word_similarity(${query}, searched)::numeric, 1) desc,
              population desc nulls last, name, code
     limit ${limit}`.execute(db);
  return rows;
}

export async function findOfficialAuthority(db: Database, kind: OfficialKind, code: string): Promise<OfficialAuthority | undefined> {
  const row = await db.selectFrom("officialAuthority").select(COLUMNS).where("kind", "=", kind).where("code", "=", code).executeTakeFirst();
  return row as OfficialAuthority | undefined;
}
