import { departmentsOf } from "#src/authorities/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { lockNames } from "../db/declared-names.ts";
import { closeImport, type ImportReport, importForUpdate, insertImported } from "../db/imports.ts";
import { softwareByName } from "../db/software-by-name.ts";
import { judgeFile } from "./review-import.ts";

export type ConfirmImportRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** Somebody confirms a file: all its valid lines are created, once; the refused ones stay in its report. Confirmed again, nothing more. */
export async function confirmImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<ImportReport, ConfirmImportRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    await lockNames(trx);
    const file = await importForUpdate(trx, id);
    if (file === undefined) return refused({ kind: "not-found" });
    if (file.report !== null) return ok(file.report);
    const judged = await judgeFile(trx, file, await departmentsOf(trx));
    const known = await softwareByName(
      trx,
      judged.ready.map(({ draft }) => draft.name),
    );
    const lines = judged.ready.map((line) => ({
      ...line,
      id: newId<InstallationId>(),
      softwareSlug: known.get(line.draft.name)?.slug ?? null,
    }));
    await insertImported(trx, id, lines, agent.id, at);
    const report: ImportReport = { created: lines.length, refused: judged.refused };
    await closeImport(trx, id, report, agent.id, at);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { installationIds: lines.map((line) => line.id), refused: judged.refused.length };
    await journal(trx, { what: "installations-imported", subject: { type: "installation-import", id }, content, by, at });
    return ok(report);
  });
}
