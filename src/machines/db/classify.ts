import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Verdict } from "../domain/mapping.ts";

export async function rulesFingerprint(db: Database): Promise<string | undefined> {
  return (await db.selectFrom("packageRules").select("fingerprint").executeTakeFirst())?.fingerprint;
}

export async function saveRulesFingerprint(db: Database, fingerprint: string): Promise<void> {
  await sql`insert into package_rules (single, fingerprint) values (true, ${fingerprint})
            on conflict (single) do update set fingerprint = excluded.fingerprint`.execute(db);
}

export type ClassifiedPackage = {
  readonly id: number;
  readonly name: string;
  readonly publisher: string;
  readonly origin: string;
  readonly verdict: Verdict["verdict"];
  readonly softwareSlug: string | null;
};

export function packagesAfter(db: Database, id: number, limit: number): Promise<readonly ClassifiedPackage[]> {
  return db
    .selectFrom("package")
    .select(["id", "name", "publisher", "origin", "verdict", "softwareSlug"])
    .where("id", ">", id)
    .orderBy("id")
    .limit(limit)
    .execute() as Promise<readonly ClassifiedPackage[]>;
}

export type NewVerdict = Pick<ClassifiedPackage, "id" | "verdict" | "softwareSlug">;

export async function saveVerdicts(db: Database, changed: readonly NewVerdict[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    update package p set verdict = n.verdict, software_slug = n.slug
      from unnest(${changed.map(({ id }) => id)}::int[], ${changed.map(({ verdict }) => verdict)}::text[],
                  ${changed.map(({ softwareSlug }) => softwareSlug)}::text[]) n(id, verdict, slug)
     where p.id = n.id`.execute(db);
}

export type SortedMachine = {
  readonly authorityId: string;
  readonly id: string;
  readonly counted: readonly number[];
  readonly unmapped: readonly number[];
  readonly parts: Uint8Array;
  readonly partsCount: number;
};
export type MachineKey = Pick<SortedMachine, "authorityId" | "id">;
export const FIRST_MACHINE: MachineKey = {
  authorityId: "00000000-0000-0000-0000-000000000000",
  id: "00000000-0000-0000-0000-000000000000",
};

/** The next machines of the instance, locked until the transaction ends: an inventory that arrives waits for it. */
export async function machinesAfter(trx: Database, { authorityId, id }: MachineKey, limit: number): Promise<readonly SortedMachine[]> {
  const { rows } = await sql<SortedMachine>`
    select authority_id, id, counted, unmapped, parts, parts_count from machine
     where (authority_id, id) > (${authorityId}::uuid, ${id}::uuid) order by authority_id, id limit ${limit} for update`.execute(trx);
  return rows;
}

export async function saveSorted(trx: Database, { authorityId, id, counted, unmapped, parts, partsCount }: SortedMachine): Promise<void> {
  await trx
    .updateTable("machine")
    .set({ counted: [...counted], unmapped: [...unmapped], parts: Buffer.from(parts), partsCount })
    .where("authorityId", "=", authorityId)
    .where("id", "=", id)
    .execute();
}
