import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { asOwner, becomeAuthority } from "../db/owner-transaction.ts";
import { supplierById } from "../db/supplier-page.ts";
import { removeService } from "../db/write-by-hand.ts";
import { lockSuppliers } from "../db/write-suppliers.ts";

export type RemoveInput = { readonly id: string; readonly slug: string };
export type RemoveRefusal = { readonly kind: "not-allowed" | "not-found" };

/** Takes back what somebody wrote: that a supplier serves a software. What sources say of it stays. Done already, it is done. */
export async function removeServedSoftware(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, slug }: RemoveInput,
): Promise<Result<{ readonly removed: boolean }, RemoveRefusal>> {
  if (!agent.may("manage-catalogue")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return asOwner(deps.db, async (trx) => {
    await lockSuppliers(trx);
    if ((await supplierById(trx, id)) === undefined) return refused({ kind: "not-found" });
    const removed = await removeService(trx, id, slug);
    if (!removed) return ok({ removed });
    const by = { id: agent.id, role: roleFor(agent, "manage-catalogue") };
    await journal(await becomeAuthority(trx, agent.authorityId), {
      what: "supplier-service-removed",
      subject: { type: "supplier", id },
      content: { slug },
      by,
      at,
    });
    return ok({ removed });
  });
}
