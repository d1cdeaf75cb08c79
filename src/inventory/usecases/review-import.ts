import { departmentsOf } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { declaredNames } from "../db/declared-names.ts";
import { type InstallationImport, importById } from "../db/imports.ts";
import { directoryOf, type PlacedDepartment } from "../domain/departments.ts";
import { foldedName } from "../domain/folded-name.ts";
import { type Judged, judgeLines } from "../domain/judge-lines.ts";

export type Review = { readonly file: InstallationImport; readonly judged: Judged; readonly departments: readonly PlacedDepartment[] };

/** What a file would create now, and what it would not; or, once imported, its report. */
export async function reviewImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<Review, { readonly kind: "not-allowed" | "not-found" }>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  return readAuthority(deps.db, agent.authorityId, async (reader) => {
    const file = await importById(reader, id);
    if (file === undefined) return refused({ kind: "not-found" });
    const departments = await departmentsOf(reader);
    return ok({ file, judged: await judgeFile(reader, file, departments), departments });
  });
}

/** The lines of a file against the departments and the installations of this moment. */
export async function judgeFile(
  reader: AuthorityTransaction,
  file: InstallationImport,
  departments: readonly PlacedDepartment[],
): Promise<Judged> {
  if (file.lines.length === 0) return { ready: [], refused: file.report?.refused ?? [] };
  const taken = new Set((await declaredNames(reader)).map(foldedName));
  return judgeLines(file.lines, directoryOf(departments), taken);
}
