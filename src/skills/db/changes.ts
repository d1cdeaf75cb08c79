import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** Who last wrote a skill, and when. */
export type SkillChange = { readonly at: Date; readonly byName: string | null };

export async function lastSaid(reader: AuthorityTransaction, id: string): Promise<SkillChange | undefined> {
  const { rows } = await sql<SkillChange>`
    select k.said_at as at, m.name as by_name
      from skill k left join membership m on m.authority_id = k.authority_id and m.person_id = k.said_by
     where k.authority_id = ${reader.authorityId} and k.id = ${id}`.execute(reader);
  return rows[0];
}
