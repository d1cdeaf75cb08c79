import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { contractById } from "../db/contracts.ts";
import { removeDocument } from "../db/documents.ts";
import type { ContractId } from "../domain/contract.ts";

export type RemoveDocumentInput = { readonly contractId: ContractId; readonly id: string };
export type RemoveDocumentRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** Somebody takes a document away: its content is erased, the journal keeps that it was there. */
export async function takeDocumentAway(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { contractId, id }: RemoveDocumentInput,
): Promise<Result<{ readonly fileName: string | null }, RemoveDocumentRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if ((await contractById(trx, contractId)) === undefined) return refused({ kind: "not-found" });
    const removed = await removeDocument(trx, contractId, id, at);
    if (removed === undefined) return ok({ fileName: null });
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { document: id, fileName: removed.fileName };
    await journal(trx, { what: "contract-document-removed", subject: { type: "contract", id: contractId }, content, by, at });
    return ok({ fileName: removed.fileName });
  });
}
