import { sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId, RequestId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type FirstUse = {
  readonly requestId: RequestId;
  readonly installationId: InstallationId;
  readonly day: LocalDate;
  /** What was planned for the request came into service; or what was already in service was extended to it, that day. */
  readonly how: "put-in-service" | "extended";
};

/** Since when what answers each request is in service; a request whose answer is not in service yet is left out. */
export async function firstUseOf(reader: AuthorityTransaction, requestIds: readonly string[]): Promise<ReadonlyMap<string, FirstUse>> {
  if (requestIds.length === 0) return new Map();
  const { rows } = await sql<FirstUse>`
    select request_id, id as installation_id, in_service_on as day, 'put-in-service' as how from installation
     where authority_id = ${reader.authorityId} and request_id = any(${[...requestIds]}::uuid[]) and in_service_on is not null
     union all
    select e.request_id, e.installation_id, greatest(e.extended_on, i.in_service_on), 'extended'
      from installation_extension e join installation i on i.authority_id = e.authority_id and i.id = e.installation_id
     where e.authority_id = ${reader.authorityId} and e.request_id = any(${[...requestIds]}::uuid[]) and i.in_service_on is not null`.execute(
    reader,
  );
  return new Map(rows.map((row) => [row.requestId, row]));
}
