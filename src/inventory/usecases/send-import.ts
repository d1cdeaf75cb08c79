import type { Agent } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { deleteForgottenImports, insertImport, statedLayoutOf } from "../db/imports.ts";
import type { ImportWords } from "../domain/import-line.ts";
import { guessedLayout } from "../domain/matching.ts";
import { type FileRefusal, readText } from "../domain/read-file.ts";
import { isArchive, readOds } from "./read-ods.ts";

export type SendImportInput = {
  /** Made when the form was shown: the same file sent twice is one import. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly words: ImportWords;
};
export type SendImportRefusal = { readonly kind: "not-allowed" } | FileRefusal;

const FORGOTTEN_MS = 7 * 86_400_000;

/** Somebody sends a list of installations: it is read and kept, its columns are guessed, and nothing is created before they confirm. */
export async function sendImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  input: SendImportInput,
): Promise<Result<{ readonly id: string }, SendImportRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const { id, fileName, bytes, words } = input;
  const at = deps.now();
  const table = isArchive(bytes) ? readOds(bytes) : readText(bytes, words);
  if (!table.ok) return table;
  const { headings } = table.value;
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    await deleteForgottenImports(trx, new Date(at.getTime() - FORGOTTEN_MS));
    const columns = (await statedLayoutOf(trx, headings)) ?? guessedLayout(headings, words);
    const matching = { headings, columns, stated: false };
    await insertImport(trx, { id, fileName, table: table.value, matching, by: agent.id, at });
    return ok({ id });
  });
}
