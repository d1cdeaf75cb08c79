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
  MachineFacts & {
    readonly signature: Buffer;
    readonly softwareAt: Date | null;
    readonly departmentId: string | null;
    readonly counted: readonly number[];
  };
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
           m.system, m.system_name, m.system_version, m.agent, m.signature, m.software_at, m.department_id,
           m.counted
      from (select id from machine where authority_id = ${trx.authorityId} and agent_identity = ${agentIdentity}
            union
            select id from machine where authority_id = ${trx.authorityId} and hardware = ${bytes}::bytea) found
      join machine m on m.authority_id = ${trx.authorityId} and m.id = found.id
      join machine_contact c on c.authority_id = ${trx.authorityId} and c.machine_id = m.id
     order by (m.agent_identity = ${agentIdentity}) desc, c.last_seen_at desc limit 50`.execute(trx);
  return rows;
}

/** The locks of whatever touches this identity or this hardware: one after the other. */
export function locksOfMachinesLike({ agentIdentity, hardware }: Arriving): readonly string[] {
  return [agentIdentity, hardware ?? ""].map((name) => `machine ${name}`);
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
    .with("made", (made) =>
      made.insertInto("machine").values({ authorityId, id, ...facts, firstSeenAt: at, ...packageColumns(packages, at) }),
    )
    .insertInto("machineContact")
    .values({ authorityId, machineId: id, lastSeenAt: at })
    .execute();
}

export type SoftwareChange = { readonly appeared: readonly number[]; readonly disappeared: readonly number[] };
export type MachineUpdate = MachineWrite & {
  /** Of what counts alone. */
  readonly change: SoftwareChange | undefined;
  /** What changed before is told no more. */
  readonly forgetBefore: Date;
};

/** It reports: it is neither replaced nor removed any more. In one statement. Two changes of one instant are one. */
export async function updateMachine(trx: AuthorityTransaction, id: string, update: MachineUpdate): Promise<void> {
  const { packages, change, forgetBefore, ...facts } = update;
  const at = facts.inventoriedAt;
  const { authorityId } = trx;
  const changed = packages === undefined ? facts : { ...facts, ...packageColumns(packages, at) };
  const heard = trx
    .with("said", (said) =>
      said
        .updateTable("machine")
        .set({ ...changed, replacedBy: null, removedAt: null })
        .where("authorityId", "=", authorityId)
        .where("id", "=", id),
    )
    .with("heard", (contact) =>
      contact.updateTable("machineContact").set({ lastSeenAt: at }).where("authorityId", "=", authorityId).where("machineId", "=", id),
    );
  if (change === undefined) {
    await heard.selectNoFrom(sql`1`.as("done")).execute();
    return;
  }
  const [appeared, disappeared] = [arrayOf(change.appeared), arrayOf(change.disappeared)];
  await heard
    .with("forgotten", (old) =>
      old.deleteFrom("machineChange").where("authorityId", "=", authorityId).where("machineId", "=", id).where("at", "<", forgetBefore),
    )
    .insertInto("machineChange")
    .values({ authorityId, machineId: id, at, appeared, disappeared })
    .onConflict((same) =>
      same.columns(["authorityId", "machineId", "at"]).doUpdateSet({
        appeared: sql`machine_change.appeared || excluded.appeared`,
        disappeared: sql`machine_change.disappeared || excluded.disappeared`,
      }),
    )
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
