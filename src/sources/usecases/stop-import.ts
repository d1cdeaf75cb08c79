import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { askToStop, forgetEndedInputs } from "../db/import-inputs.ts";
import { importById } from "../db/imports.ts";
import { asOwner, becomeAuthority } from "../db/owner-transaction.ts";

export type StopRefusal = { readonly kind: "not-allowed" | "unknown-import" };

/** Stops an import that waits or runs; what it brought already stays. One that ended is left as it is. */
export async function stopImport(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<null, StopRefusal>> {
  if (!agent.may("manage-catalogue")) return refused({ kind: "not-allowed" });
  return asOwner(db, async (trx) => {
    const known = await importById(trx, id);
    if (known === undefined) return refused({ kind: "unknown-import" });
    if (known.stopAsked || (known.state !== "waiting" && known.state !== "running")) return ok(null);
    await askToStop(trx, id, now());
    await forgetEndedInputs(trx);
    await journal(await becomeAuthority(trx, agent.authorityId), {
      what: "catalogue-import-stopped",
      subject: { type: "catalogue-import", id },
      content: { source: known.sourceId },
      by: { id: agent.id, role: roleFor(agent, "manage-catalogue") },
      at: now(),
    });
    return ok(null);
  });
}
