import { departmentsOf } from "#src/authorities/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { lockNames } from "../db/declared-names.ts";
import { closeImport, type ImportReport, importForUpdate } from "../db/imports.ts";
import { insertImported } from "../db/insert-imported.ts";
import { expectManyRows } from "../db/large-write.ts";
import { softwareByName } from "../db/software-by-name.ts";
import type { ImportWords } from "../domain/import-line.ts";
import { isMatched } from "../domain/matching.ts";
import { judgeFile } from "./review-import.ts";

export type ConfirmImportRefusal = { readonly kind: "not-allowed" | "not-found" | "not-matched" };

/** Somebody confirms a file: all its valid lines are created, once; the refused ones stay in its report. Confirmed again, nothing more. */
export async function confirmImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, words }: { readonly id: string; readonly words: ImportWords },
): Promise<Result<ImportReport, ConfirmImportRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    await lockNames(trx);
    const file = await importForUpdate(trx, id);
    if (file === undefined) return refused({ kind: "not-found" });
    if (file.report !== null) return ok(file.report);
    if (!isMatched(file.matching?.columns ?? [])) return refused({ kind: "not-matched" });
    const judged = await judgeFile(trx, file, { words, departments: await departmentsOf(trx), today: dayOf(at) });
    const known = await softwareByName(
      trx,
      judged.ready.map(({ draft }) => draft.name),
    );
    const lines = judged.ready.map((line) => ({
      ...line,
      id: newId<InstallationId>(),
      softwareSlug: known.get(line.draft.name)?.slug ?? null,
    }));
    await expectManyRows(trx);
    await insertImported(trx, { importId: id, lines, by: agent.id, at });
    const report: ImportReport = { created: lines.length, refused: judged.refused };
    await closeImport(trx, id, report, agent.id, at);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { installationIds: lines.map((line) => line.id), refused: judged.refused.length };
    await journal(trx, { what: "installations-imported", subject: { type: "installation-import", id }, content, by, at });
    return ok(report);
  });
}
