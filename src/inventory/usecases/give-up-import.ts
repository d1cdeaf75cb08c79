import type { Agent } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { deleteImport, importForUpdate } from "../db/imports.ts";

/** Somebody gives up a file before confirming it: it is deleted. One that was imported stays, with its report. */
export async function giveUpImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<{ readonly id: string }, { readonly kind: "not-allowed" | "already-imported" }>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const file = await importForUpdate(trx, id);
    if (file?.report) return refused({ kind: "already-imported" });
    await deleteImport(trx, id);
    return ok({ id });
  });
}
