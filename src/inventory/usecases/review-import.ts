import { departmentsOf } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { declaredNames } from "../db/declared-names.ts";
import { type InstallationImport, importById } from "../db/imports.ts";
import { directoryOf, type PlacedDepartment } from "../domain/departments.ts";
import { foldedName } from "../domain/folded-name.ts";
import type { ImportWords } from "../domain/import-line.ts";
import { type Judged, judgeLines } from "../domain/judge-lines.ts";
import { guessedLayout } from "../domain/matching.ts";
import { readLine } from "../domain/read-line.ts";

export type Review = { readonly file: InstallationImport; readonly judged: Judged; readonly departments: readonly PlacedDepartment[] };

/** What a file would create now, and what it would not; or, once imported, its report. */
export async function reviewImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, words }: { readonly id: string; readonly words: ImportWords },
): Promise<Result<Review, { readonly kind: "not-allowed" | "not-found" }>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  return readAuthority(deps.db, agent.authorityId, async (reader) => {
    const file = await importById(reader, id);
    if (file === undefined) return refused({ kind: "not-found" });
    const departments = await departmentsOf(reader);
    return ok({ file, judged: await judgeFile(reader, file, { words, departments, today: dayOf(deps.now()) }), departments });
  });
}

type Means = { readonly words: ImportWords; readonly departments: readonly PlacedDepartment[]; readonly today: LocalDate };

/** The lines of a file against the departments and the installations of this moment. */
export async function judgeFile(
  reader: AuthorityTransaction,
  { table, matching, report }: InstallationImport,
  { words, departments, today }: Means,
): Promise<Judged> {
  if (table === null) return { ready: [], refused: report?.refused ?? [] };
  const layout = matching?.columns ?? guessedLayout(table.headings, words);
  const lines = table.rows.map((row) => readLine(row, layout, words, today));
  const taken = new Set((await declaredNames(reader)).map(foldedName));
  return judgeLines(lines, directoryOf(departments), taken);
}
