import { createHash } from "node:crypto";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { contractForUpdate } from "../db/contracts.ts";
import { documentsOf, insertDocuments } from "../db/documents.ts";
import type { ContractId } from "../domain/contract.ts";
import { checkDocuments, type DocumentRefusal, MOST_DOCUMENTS, type SentDocument } from "../domain/documents.ts";

/** `id`: made when the form was shown, it becomes the first document's: the same form twice adds once. */
export type AddDocumentsInput = { readonly contractId: ContractId; readonly id: string; readonly files: readonly SentDocument[] };
export type AddDocumentsRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | DocumentRefusal;

/** Somebody attaches files to a contract. */
export async function addDocuments(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { contractId, id, files }: AddDocumentsInput,
): Promise<Result<{ readonly added: number }, AddDocumentsRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if ((await contractForUpdate(trx, contractId)) === undefined) return refused({ kind: "not-found" });
    const checked = checkDocuments(files);
    if (!checked.ok) return checked;
    const present = await documentsOf(trx, contractId);
    if (present.some((document) => document.id === id)) return ok({ added: 0 });
    if (present.length + files.length > MOST_DOCUMENTS) return refused({ kind: "too-many-documents", most: MOST_DOCUMENTS });
    const documents = checked.value.map((file, place) => ({ ...file, id: place === 0 ? id : newId<string>(), by: agent.id, at }));
    const added = new Set(await insertDocuments(trx, contractId, documents));
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    for (const document of documents.filter((each) => added.has(each.id))) {
      const { fileName, mediaType, bytes } = document;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const content = { document: document.id, fileName, mediaType, size: bytes.byteLength, sha256 };
      await journal(trx, { what: "contract-document-added", subject: { type: "contract", id: contractId }, content, by, at });
    }
    return ok({ added: added.size });
  });
}
