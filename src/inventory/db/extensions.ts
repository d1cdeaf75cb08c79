import { sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId, RequestId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type Extension = {
  readonly requestId: RequestId;
  readonly installationId: InstallationId;
  readonly addedUsers: number | null;
  readonly day: LocalDate;
};

/** False when this request was answered by an extension already. */
export async function insertExtension(
  trx: AuthorityTransaction,
  { requestId, installationId, addedUsers, day }: Extension,
): Promise<boolean> {
  const { rows } = await sql`
    insert into installation_extension (authority_id, request_id, installation_id, added_users, extended_on)
    values (${trx.authorityId}, ${requestId}, ${installationId}, ${addedUsers}, ${day})
    on conflict do nothing returning request_id`.execute(trx);
  return rows.length > 0;
}

export async function extensionsOf(reader: AuthorityTransaction, installationId: string): Promise<readonly Extension[]> {
  const { rows } = await sql<Extension>`
    select request_id, installation_id, added_users, extended_on as day from installation_extension
     where authority_id = ${reader.authorityId} and installation_id = ${installationId} order by extended_on, request_id limit 100`.execute(
    reader,
  );
  return rows;
}
