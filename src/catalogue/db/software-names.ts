import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { NamedSoftware } from "../domain/software.ts";

const LONGEST = 80;

/** Software whose name, or another name, begins with what is typed (or is like it): for a field where one chooses a software. */
export async function softwareNames(reader: Database, typed: string, limit = 10): Promise<readonly NamedSoftware[]> {
  const start = typed
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
  if (start === "") return [];
  const { rows } = await sql<NamedSoftware>`
    with typed as (select lower(unaccent(${start})) as word, replace(replace(replace(lower(unaccent(${start})), '\\', '\\\\'), '%', '\\%'), '_', '\\_') as safe)
    select s.slug, s.name, s.free, s.licence
      from software s cross join typed
     where s.merged_into is null and (s.names like '%' || typed.safe || '%' or typed.word <% s.names)
     order by (s.names like typed.safe || '%') desc, (E'\\n' || s.names like E'%\\n' || typed.safe || '%') desc,
              (s.names like '%' || typed.safe || '%') desc, word_similarity(typed.word, s.names) desc, lower(s.name), s.slug
     limit ${limit}`.execute(reader);
  return rows;
}
