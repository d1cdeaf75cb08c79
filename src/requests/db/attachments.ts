import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { CheckedFile } from "../domain/attachments.ts";

export async function insertAttachments(
  trx: AuthorityTransaction,
  requestId: string,
  entryId: string,
  files: readonly (CheckedFile & { readonly id: string; readonly sha256: string })[],
): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ id, name, mediaType, sha256, bytes }) => ({
    authorityId: trx.authorityId,
    id,
    requestId,
    entryId,
    name,
    mediaType,
    size: bytes.byteLength,
    sha256,
    bytes: Buffer.from(bytes),
  }));
  await trx.insertInto("attachment").values(rows).execute();
}

export type Attachment = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

export function attachmentOf(trx: AuthorityTransaction, requestId: string, id: string): Promise<Attachment | undefined> {
  return trx
    .selectFrom("attachment")
    .select(["name", "mediaType", "bytes"])
    .where("authorityId", "=", trx.authorityId)
    .where("requestId", "=", requestId)
    .where("id", "=", id)
    .executeTakeFirst();
}
