import { type RawBuilder, sql } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { MachineKind, System } from "../domain/inventory.ts";
import { packIds } from "../domain/package-ids.ts";
import type { Arriving, KnownMachine } from "../domain/which-machine.ts";

/** What a machine says, as it is stored. */
export type MachineFacts = {
  readonly name: string;
  readonly kind: MachineKind;
  readonly model: string;
  readonly system: System;
  readonly systemName: string;
  readonly systemVersion: string;
  readonly agent: string;
};
export type StoredMachine = KnownMachine &
  MachineFacts & { readonly signature: Buffer; readonly softwareAt: Date | null; readonly departmentId: string | null };
export type MachinePackages = {
  readonly counted: readonly number[];
  readonly unmapped: readonly number[];
  readonly parts: readonly number[];
};

/** Those that share this identity or this hardware. */
export async function machinesLike(trx: AuthorityTransaction, { agentIdentity, hardware }: Arriving): Promise<readonly StoredMachine[]> {
  const bytes = hardware === null ? null : Buffer.from(hardware, "hex");
  // Two queries in one: each has its index.
  const { rows } = await sql<StoredMachine>`
    select m.id, m.agent_identity, encode(m.hardware, 'hex') as hardware, m.replaced_by, m.removed_at, c.last_seen_at, m.name, m.kind, m.model,
           m.system, m.system_name, m.system_version, m.agent, m.signature, m.software_at, m.department_id
      from (select id from machine where authority_id = ${trx.authorityId} and agent_identity = ${agentIdentity}
            union
            select id from machine where authority_id = ${trx.authorityId} and hardware = ${bytes}::bytea) found
      join machine m on m.authority_id = ${trx.authorityId} and m.id = found.id
      join machine_contact c on c.authority_id = ${trx.authorityId} and c.machine_id = m.id
     order by (m.agent_identity = ${agentIdentity}) desc, c.last_seen_at desc limit 50`.execute(trx);
  return rows;
}

/** One after the other for whatever touches this identity or this hardware, until the transaction ends. */
export async function lockMachinesLike(trx: AuthorityTransaction, { agentIdentity, hardware }: Arriving): Promise<void> {
  const names = [agentIdentity, hardware ?? ""].map((name) => `${trx.authorityId} ${name}`);
  await sql`select pg_advisory_xact_lock(key) from (select hashtextextended(name, 3) as key from unnest(${names}::text[]) name order by 1) keys`.execute(
    trx,
  );
}

/**
 * The same machine saying the same again, which is what most inventories are: the moment of this contact is noted, in one question.
 * Undefined: it is not so simple.
 */
export async function noteSameAgain(
  db: Database,
  authorityId: AuthorityId,
  { agentIdentity, hardware }: Arriving,
  signature: Buffer,
  at: Date,
): Promise<string | undefined> {
  const bytes = Buffer.from(hardware ?? "", "hex");
  const { rows } = await sql<{ id: string | null }>`
    select note_same_again(${authorityId}::uuid, ${agentIdentity}, ${bytes}, ${signature}, ${at}) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

/** All that an inventory writes when nothing changed. */
export async function noteContact(trx: AuthorityTransaction, machineId: string, at: Date): Promise<void> {
  await trx
    .updateTable("machineContact")
    .set({ lastSeenAt: at })
    .where("authorityId", "=", trx.authorityId)
    .where("machineId", "=", machineId)
    .execute();
}

export type MachineWrite = MachineFacts & {
  readonly hardware: Buffer | null;
  readonly signature: Buffer;
  readonly inventoriedAt: Date;
} & Partial<{ readonly packages: MachinePackages }>;

export async function insertMachine(
  trx: AuthorityTransaction,
  id: string,
  { packages = NONE, ...facts }: MachineWrite & { readonly agentIdentity: string; readonly departmentId: string | null },
): Promise<void> {
  const { authorityId } = trx;
  const at = facts.inventoriedAt;
  await trx
    .insertInto("machine")
    .values({ authorityId, id, ...facts, firstSeenAt: at, ...packageColumns(packages, at) })
    .execute();
  await trx.insertInto("machineContact").values({ authorityId, machineId: id, lastSeenAt: at }).execute();
}

/** It reports: it is neither replaced nor removed any more. */
export async function updateMachine(trx: AuthorityTransaction, id: string, { packages, ...facts }: MachineWrite): Promise<void> {
  const changed = packages === undefined ? facts : { ...facts, ...packageColumns(packages, facts.inventoriedAt) };
  await trx
    .updateTable("machine")
    .set({ ...changed, replacedBy: null, removedAt: null })
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .execute();
}

const NONE: MachinePackages = { counted: [], unmapped: [], parts: [] };

function packageColumns({ counted, unmapped, parts }: MachinePackages, at: Date) {
  const count = counted.length + unmapped.length + parts.length;
  return {
    counted: arrayOf(counted),
    unmapped: arrayOf(unmapped),
    parts: Buffer.from(packIds(parts)),
    partsCount: parts.length,
    softwareAt: count === 0 ? null : at,
  };
}

/** As PostgreSQL writes it: the driver quotes and escapes each number of an array, which takes longer than storing them. */
function arrayOf(ids: readonly number[]): RawBuilder<number[]> {
  return sql<number[]>`${`{${ids.join(",")}}`}::int[]`;
}

export async function replaceMachines(trx: AuthorityTransaction, ids: readonly string[], by: string): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable("machine").set({ replacedBy: by }).where("authorityId", "=", trx.authorityId).where("id", "in", ids).execute();
}

/** Of what counts alone. */
export async function countedOfMachine(trx: AuthorityTransaction, id: string): Promise<readonly number[]> {
  const row = await trx
    .selectFrom("machine")
    .select("counted")
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.counted;
}

export type SoftwareChange = { readonly appeared: readonly number[]; readonly disappeared: readonly number[]; readonly at: Date };

/** Two changes of one instant are one. */
export async function insertMachineChange(trx: AuthorityTransaction, machineId: string, change: SoftwareChange): Promise<void> {
  await sql`
    insert into machine_change (authority_id, machine_id, at, appeared, disappeared)
    values (${trx.authorityId}, ${machineId}, ${change.at}, ${[...change.appeared]}::int[], ${[...change.disappeared]}::int[])
    on conflict (authority_id, machine_id, at) do update
      set appeared = machine_change.appeared || excluded.appeared, disappeared = machine_change.disappeared || excluded.disappeared`.execute(
    trx,
  );
}

/** What changed so long ago is told no more. */
export async function forgetMachineChanges(trx: AuthorityTransaction, machineId: string, before: Date): Promise<void> {
  await trx
    .deleteFrom("machineChange")
    .where("authorityId", "=", trx.authorityId)
    .where("machineId", "=", machineId)
    .where("at", "<", before)
    .execute();
}
