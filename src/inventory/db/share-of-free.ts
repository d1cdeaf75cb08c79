import { sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { freeOf } from "./columns.ts";

/** Free software among what is declared in service: `free` out of `known`; `inService - known` are not known to be free or not. */
export type FreeShare = { readonly free: number; readonly known: number; readonly inService: number; readonly asOf: LocalDate };

export async function shareOfFree(reader: AuthorityTransaction, today: LocalDate): Promise<FreeShare> {
  const { rows } = await sql<Omit<FreeShare, "asOf">>`
    select count(*) filter (where ${freeOf("i")}) as free,
           count(*) filter (where ${freeOf("i")} is not null) as known,
           count(*) as in_service
      from installation i left join software s on s.slug = i.software_slug
     where i.authority_id = ${reader.authorityId} and i.state = 'in-service'`.execute(reader);
  const [share] = rows;
  if (share === undefined) throw new Error("An aggregate always answers one row");
  return { ...share, asOf: today };
}
