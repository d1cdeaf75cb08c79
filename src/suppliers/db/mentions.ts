import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Mention } from "../domain/gather.ts";

/**
 * Who serves what, as the sources say it. The CNLL names its software by the identifier of the SILL alone: what another source says
 * under that identifier is the software meant.
 */
export async function mentionsOf(trx: Database): Promise<readonly Mention[]> {
  const { rows } = await sql<Mention>`
    select t.source_id, t.key as statement_key, coalesce(s.merged_into, s.slug) as slug,
           p.name, p.siren, p.website, p.page
      from source_statement t
      join catalogue_source c on c.id = t.source_id
      left join lateral (
        select i.slug from software_identity i
         where c.format = 'cnll' and i.kind = 'sill' and i.value = lower(t.record -> 'crossIds' ->> 'sill') and i.source_id <> t.source_id
         order by i.source_id <> 'sill', i.slug limit 1) meant on true
      join software s on s.slug = coalesce(meant.slug, t.slug)
     cross join lateral jsonb_to_recordset(t.record -> 'providers') p (name text, siren text, website text, page text)
     where p.name <> ''
     order by t.source_id, t.key, p.name, p.page`.execute(trx);
  return rows;
}
