import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { asOwner, becomeAuthority } from "../db/owner-transaction.ts";
import { supplierById } from "../db/supplier-page.ts";
import { addServices, insertByHand } from "../db/write-by-hand.ts";
import { knownSuppliers, lockSuppliers } from "../db/write-suppliers.ts";
import { sameSupplier } from "../domain/same-supplier.ts";
import { FACTS, type SupplierFacts } from "../domain/supplier.ts";
import { matchSoftware, type UnknownSoftware } from "./match-software.ts";

export type AddInput = {
  /** Made when the form was shown: the same form twice is one supplier. */
  readonly id: string;
  readonly facts: SupplierFacts;
  /** Names of software, as typed. */
  readonly software: readonly string[];
};
export type AlreadyKnown = { readonly kind: "already-known"; readonly id: string; readonly name: string };
export type SoftwareUnknown = { readonly kind: "unknown-software"; readonly unknown: readonly UnknownSoftware[] };
export type AddRefusal = { readonly kind: "not-allowed" } | AlreadyKnown | SoftwareUnknown;

/** An administrator writes a supplier that no source names. */
export async function addSupplier(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, facts, software }: AddInput,
): Promise<Result<{ readonly id: string }, AddRefusal>> {
  if (!agent.may("manage-catalogue")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return asOwner(deps.db, async (trx) => {
    await lockSuppliers(trx);
    if ((await supplierById(trx, id)) !== undefined) return ok({ id });
    const same = sameSupplier(await knownSuppliers(trx), facts);
    if (same !== undefined) return refused({ kind: "already-known", id: same.id, name: same.name });
    const { slugs, unknown } = await matchSoftware(trx, software);
    if (unknown.length > 0) return refused({ kind: "unknown-software", unknown });
    const byHand = FACTS.filter((fact) => facts[fact] !== null);
    await insertByHand(trx, { id, facts, byHand, by: agent.authorityId, at });
    await addServices(trx, id, slugs);
    const content = { ...facts, software: slugs };
    const by = { id: agent.id, role: roleFor(agent, "manage-catalogue") };
    await journal(await becomeAuthority(trx, agent.authorityId), {
      what: "supplier-added",
      subject: { type: "supplier", id },
      content,
      by,
      at,
    });
    return ok({ id });
  });
}
