import { createHash, createHmac } from "node:crypto";
import { type AuthorityId, newId } from "#src/kernel/ids.ts";
import { ok, type Result } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { machineKey } from "../db/machine-key.ts";
import {
  insertMachine,
  locksOfMachinesLike,
  type MachineFacts,
  type MachinePackages,
  type MachineWrite,
  machinesLike,
  noteContact,
  noteSameAgain,
  replaceMachines,
  type StoredMachine,
  updateMachine,
} from "../db/machines.ts";
import type { Inventory } from "../domain/inventory.ts";
import { changesBetween } from "../domain/package-ids.ts";
import { type Arriving, whichMachine } from "../domain/which-machine.ts";
import type { PackageDictionary } from "./package-dictionary.ts";

export type StoreInventoryInput = {
  readonly authorityId: AuthorityId;
  /** GLPI-Agent-ID, or else the identity in the message. */
  readonly agentIdentity: string;
  readonly inventory: Inventory;
};
/** What became of it. `unchanged`: nothing was written but the moment of this contact. */
export type StoredInventory = { readonly machineId: string; readonly outcome: "new" | "changed" | "unchanged" };
export type StoreInventory = (input: StoreInventoryInput) => Promise<StoredInventory>;

const CHANGES_KEPT_MS = 2 * 365 * 86_400_000;

/** Keeps what a machine says, dated by our clock alone: the machine's own may be years off. */
export function inventoryStore({ db, now }: Pick<Deps, "db" | "now">, dictionary: PackageDictionary): StoreInventory {
  let key: Buffer | undefined;
  return async ({ authorityId, agentIdentity, inventory }) => {
    key ??= await machineKey(db);
    const hardware = inventory.hardware === "" ? null : hardwareHash(key, authorityId, inventory.hardware);
    const packages = inventory.packages === undefined ? undefined : await dictionary.sort(inventory.packages);
    const said: Said = { agentIdentity, hardware, inventory, packages, at: now() };
    const same = await sameAgain(db, authorityId, said);
    return same ?? (await inAuthority(db, authorityId, (trx) => store(trx, said), locksOfMachinesLike(said))).value;
  };
}

type Said = Arriving & { readonly inventory: Inventory; readonly packages: MachinePackages | undefined; readonly at: Date };
type Stored = Extract<Result<StoredInventory, never>, { ok: true }>;

/** When every section came, what would be stored is known without looking at what is. */
async function sameAgain(db: Database, authorityId: AuthorityId, said: Said): Promise<StoredInventory | undefined> {
  const { name, kind, model, system, agent } = said.inventory;
  if ([name, kind, model, system, said.packages].includes(undefined) || agent === "") return undefined;
  const signature = signatureOf(factsOf(said, undefined), said.packages, undefined);
  const machineId = await noteSameAgain(db, authorityId, said, signature, said.at);
  return machineId === undefined ? undefined : { machineId, outcome: "unchanged" };
}

async function store(trx: AuthorityTransaction, said: Said): Promise<Stored> {
  const known = await machinesLike(trx, said);
  const whose = whichMachine(known, said);
  const machine = whose.known as StoredMachine | undefined;
  const facts = factsOf(said, machine);
  const signature = signatureOf(facts, said.packages, machine?.signature);
  if (machine !== undefined && isAsStored(machine, said, signature)) {
    await noteContact(trx, machine.id, said.at);
    return ok({ machineId: machine.id, outcome: "unchanged" });
  }
  const hardware = said.hardware ?? machine?.hardware ?? null;
  const write: MachineWrite = {
    ...facts,
    hardware: hardware === null ? null : Buffer.from(hardware, "hex"),
    signature,
    inventoriedAt: said.at,
    ...(said.packages === undefined ? {} : { packages: said.packages }),
  };
  if (machine !== undefined) return change(trx, machine, write);
  const machineId = newId<string>();
  const replaces = "replaces" in whose ? whose.replaces : [];
  const departmentId = known.find(({ id, departmentId: kept }) => replaces.includes(id) && kept !== null)?.departmentId ?? null;
  await insertMachine(trx, machineId, { ...write, agentIdentity: said.agentIdentity, departmentId });
  await replaceMachines(trx, replaces, machineId);
  return ok({ machineId, outcome: "new" });
}

async function change(trx: AuthorityTransaction, machine: StoredMachine, write: MachineWrite): Promise<Stored> {
  const changes =
    write.packages === undefined || machine.softwareAt === null ? undefined : changesBetween(machine.counted, write.packages.counted);
  const change = changes !== undefined && changes.appeared.length + changes.disappeared.length > 0 ? changes : undefined;
  await updateMachine(trx, machine.id, { ...write, change, forgetBefore: new Date(write.inventoriedAt.getTime() - CHANGES_KEPT_MS) });
  return ok({ machineId: machine.id, outcome: "changed" });
}

function isAsStored(machine: StoredMachine, { hardware }: Said, signature: Buffer): boolean {
  const returns = machine.replacedBy !== null || machine.removedAt !== null;
  const learns = hardware !== null && machine.hardware === null;
  return !returns && !learns && machine.signature.equals(signature);
}

/** A section that did not come is as it was. */
function factsOf({ inventory, agentIdentity }: Said, known: StoredMachine | undefined): MachineFacts {
  const { name, kind, model, system, agent } = inventory;
  return {
    name: name ?? known?.name ?? (inventory.deviceId || agentIdentity),
    kind: kind ?? known?.kind ?? "other",
    model: model ?? known?.model ?? "",
    system: system?.system ?? known?.system ?? "other",
    systemName: system?.name ?? known?.systemName ?? "",
    systemVersion: system?.version ?? known?.systemVersion ?? "",
    agent: agent || (known?.agent ?? ""),
  };
}

const HALF = 16;

/** Half for the facts, half for the packages: each may come without the other. Verdicts are no part of it. */
function signatureOf(facts: MachineFacts, packages: MachinePackages | undefined, known: Buffer | undefined): Buffer {
  const { name, kind, model, system, systemName, systemVersion, agent } = facts;
  const first = createHash("sha256")
    .update(JSON.stringify([name, kind, model, system, systemName, systemVersion, agent]))
    .digest();
  if (packages === undefined) return Buffer.concat([first.subarray(0, HALF), known?.subarray(HALF) ?? Buffer.alloc(HALF)]);
  const ids = Int32Array.from([...packages.counted, ...packages.unmapped, ...packages.parts]).sort();
  const second = createHash("sha256").update(ids).digest();
  return Buffer.concat([first.subarray(0, HALF), second.subarray(0, HALF)]);
}

/** Of one authority alone: nobody tells that two authorities had the same machine. */
function hardwareHash(key: Buffer, authorityId: AuthorityId, hardware: string): string {
  return createHmac("sha256", key).update(`${authorityId}\0${hardware}`).digest().subarray(0, HALF).toString("hex");
}
