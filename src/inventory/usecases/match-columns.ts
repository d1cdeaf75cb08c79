import type { Agent } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { importForUpdate, setMatching } from "../db/imports.ts";
import { type Layout, type LayoutRefusal, layoutRefusals } from "../domain/matching.ts";

export type MatchColumnsInput = { readonly id: string; readonly columns: Layout };
export type MatchColumnsRefusal =
  | { readonly kind: "not-allowed" | "not-found" | "already-imported" }
  | { readonly kind: "mismatched"; readonly refusals: readonly LayoutRefusal[] };

/** Somebody says what each column of a file is. The next file of the same headings is read alike. */
export async function matchColumns(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, columns }: MatchColumnsInput,
): Promise<Result<{ readonly id: string }, MatchColumnsRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const file = await importForUpdate(trx, id);
    if (file === undefined) return refused({ kind: "not-found" });
    if (file.table === null) return refused({ kind: "already-imported" });
    const { headings } = file.table;
    const layout = headings.map((_, index) => columns[index] ?? null);
    const refusals = layoutRefusals(layout);
    if (refusals.length > 0) return refused({ kind: "mismatched", refusals });
    await setMatching(trx, id, { headings, columns: layout, stated: true });
    return ok({ id });
  });
}
