import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { asOwner, becomeAuthority } from "../db/owner-transaction.ts";
import { lastChangedBy, supplierById } from "../db/supplier-page.ts";
import { absorb, addServices, missingServices, updateByHand } from "../db/write-by-hand.ts";
import { knownSuppliers, lockSuppliers } from "../db/write-suppliers.ts";
import { isNobodys, type KnownSupplier } from "../domain/reconcile.ts";
import { factsThatDiffer, ofSiren } from "../domain/same-supplier.ts";
import type { Supplier, SupplierFacts } from "../domain/supplier.ts";
import type { AlreadyKnown, SoftwareUnknown } from "./add-supplier.ts";
import { matchSoftware } from "./match-software.ts";

export type EditInput = {
  readonly id: string;
  /** The version that was read when the form was shown. */
  readonly version: number;
  readonly facts: SupplierFacts;
  /** Names of more software that it serves, as typed. */
  readonly software: readonly string[];
};
/** `changedBy`: the authority that changed it meanwhile; undefined where the sources did. */
export type Stale = { readonly kind: "stale"; readonly current: Supplier; readonly changedBy: string | undefined };
export type EditRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | AlreadyKnown | SoftwareUnknown | Stale;

/**
 * An administrator corrects or completes a supplier. What is changed so is no longer the sources'; what others changed meanwhile is
 * shown. Given the SIREN of another that sources alone name, the two are one: two sources may each know half of a supplier.
 */
export async function editSupplier(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, version, facts, software }: EditInput,
): Promise<Result<{ readonly id: string }, EditRefusal>> {
  if (!agent.may("manage-catalogue")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return asOwner(deps.db, async (trx) => {
    await lockSuppliers(trx);
    const current = await supplierById(trx, id);
    if (current === undefined || current.joinedInto !== null) return refused({ kind: "not-found" });
    const { slugs, unknown } = await matchSoftware(trx, software);
    const changed = factsThatDiffer(current, facts);
    const added = await missingServices(trx, id, slugs);
    if (changed.length === 0 && added.length === 0 && unknown.length === 0) return ok({ id });
    if (current.version !== version) return refused({ kind: "stale", current, changedBy: await lastChangedBy(trx, id) });
    if (unknown.length > 0) return refused({ kind: "unknown-software", unknown });
    const known = await knownSuppliers(trx);
    const holder = ofSiren(known, facts.siren);
    const other = holder?.id === id ? undefined : holder;
    if (other !== undefined && !isNobodys(other)) return refused({ kind: "already-known", id: other.id, name: other.name });
    if (other !== undefined) await absorb(trx, { id, other: other.id, keys: keysOfBoth(known, id, other), at });
    const byHand = [...new Set([...current.byHand, ...changed])];
    await updateByHand(trx, { id, facts, byHand, by: agent.authorityId, at });
    await addServices(trx, id, added);
    const content = { ...facts, changed, software: added, joined: other?.id ?? null, version: version + 1 };
    const by = { id: agent.id, role: roleFor(agent, "manage-catalogue") };
    await journal(await becomeAuthority(trx, agent.authorityId), {
      what: "supplier-edited",
      subject: { type: "supplier", id },
      content,
      by,
      at,
    });
    return ok({ id });
  });
}

function keysOfBoth(known: readonly KnownSupplier[], id: string, other: KnownSupplier): readonly string[] {
  const own = known.find((each) => each.id === id)?.keys ?? [];
  return [...new Set([...own, ...other.keys])].sort();
}
