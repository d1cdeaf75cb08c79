import type { InstallationId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** The installation that was planned for a request. */
export async function installationOfRequest(reader: AuthorityTransaction, requestId: string): Promise<InstallationId | undefined> {
  const row = await reader
    .selectFrom("installation")
    .select("id")
    .where("authorityId", "=", reader.authorityId)
    .where("requestId", "=", requestId)
    .executeTakeFirst();
  return row?.id as InstallationId | undefined;
}
