import type { PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { CheckedDocument } from "../domain/documents.ts";

export type ContractDocument = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedAt: Date;
};

/** Those of a contract, the last added first. */
export function documentsOf(reader: AuthorityTransaction, contractId: string): Promise<readonly ContractDocument[]> {
  return reader
    .selectFrom("contractDocument")
    .select(["id", "fileName", "mediaType", "size", "addedAt"])
    .where("authorityId", "=", reader.authorityId)
    .where("contractId", "=", contractId)
    .where("removedAt", "is", null)
    .orderBy("addedAt", "desc")
    .orderBy("fileName")
    .execute();
}

export type DocumentContent = Pick<ContractDocument, "fileName" | "mediaType"> & { readonly content: Buffer };

export function documentContent(reader: AuthorityTransaction, contractId: string, id: string): Promise<DocumentContent | undefined> {
  return reader
    .selectFrom("contractDocument")
    .select(["fileName", "mediaType", "content"])
    .where("authorityId", "=", reader.authorityId)
    .where("contractId", "=", contractId)
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
}

export type NewDocument = CheckedDocument & { readonly id: string; readonly by: PersonId; readonly at: Date };

/** Those that were not there already: the same form sent twice adds once. */
export async function insertDocuments(
  trx: AuthorityTransaction,
  contractId: string,
  documents: readonly NewDocument[],
): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const rows = documents.map(({ id, fileName, mediaType, bytes, by, at }) => ({
    authorityId: trx.authorityId,
    contractId,
    id,
    fileName,
    mediaType,
    size: bytes.byteLength,
    content: Buffer.from(bytes),
    addedBy: by,
    addedAt: at,
  }));
  const added = await trx
    .insertInto("contractDocument")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return added.map(({ id }) => id);
}

/** Its name and its dates stay, its content goes. Undefined when it is not there any more. */
export function removeDocument(
  trx: AuthorityTransaction,
  contractId: string,
  id: string,
  at: Date,
): Promise<{ fileName: string } | undefined> {
  return trx
    .updateTable("contractDocument")
    .set({ removedAt: at, content: Buffer.alloc(0), size: 0 })
    .where("authorityId", "=", trx.authorityId)
    .where("contractId", "=", contractId)
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .returning("fileName")
    .executeTakeFirst();
}
