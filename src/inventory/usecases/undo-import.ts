import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { importForUpdate, type Undone } from "../db/imports.ts";
import { expectManyRows } from "../db/large-write.ts";
import { changedSince, deleteCreated, lockCreated, markUndone } from "../db/undo-import.ts";

export type UndoImportRefusal = { readonly kind: "not-allowed" | "not-found" | "not-imported" };

/**
 * Somebody undoes an import: all that it created goes, but for what was changed since or is tied to something, which is named and stays.
 * Undone again, nothing more.
 */
export async function undoImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<Undone, UndoImportRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const file = await importForUpdate(trx, id);
    if (file === undefined) return refused({ kind: "not-found" });
    const { report, importedAt } = file;
    if (report === null || importedAt === null) return refused({ kind: "not-imported" });
    if (report.undone !== undefined) return ok(report.undone);
    await expectManyRows(trx);
    await lockCreated(trx, id);
    const kept = await changedSince(trx, id, importedAt);
    const removed = await deleteCreated(trx, id, kept);
    const undone: Undone = { removed, kept };
    await markUndone(trx, id, undone, agent.id, at);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { removed, kept: kept.map((each) => each.id) };
    await journal(trx, { what: "import-undone", subject: { type: "installation-import", id }, content, by, at });
    return ok(undone);
  });
}
