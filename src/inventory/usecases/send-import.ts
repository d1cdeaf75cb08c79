import type { Agent } from "#src/kernel/agent.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { deleteForgottenImports, insertImport } from "../db/imports.ts";
import type { ImportWords } from "../domain/import-line.ts";
import { type FileRefusal, readFile } from "../domain/read-file.ts";

export type SendImportInput = {
  /** Made when the form was shown: the same file sent twice is one import. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly words: ImportWords;
};
export type SendImportRefusal = { readonly kind: "not-allowed" } | FileRefusal;

const FORGOTTEN_MS = 7 * 86_400_000;

/** Somebody sends a list of installations: it is read and kept, and nothing is created before they confirm. */
export async function sendImport(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  input: SendImportInput,
): Promise<Result<{ readonly id: string }, SendImportRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const { id, fileName, bytes, words } = input;
  const at = deps.now();
  const lines = readFile(bytes, words, dayOf(at));
  if (!lines.ok) return lines;
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    await deleteForgottenImports(trx, new Date(at.getTime() - FORGOTTEN_MS));
    await insertImport(trx, { id, fileName, lines: lines.value, by: agent.id, at });
    return ok({ id });
  });
}
