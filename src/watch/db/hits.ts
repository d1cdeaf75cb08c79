import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { HitInstallation, Hits } from "../domain/watched.ts";

/** Where the authority runs these software, by slug: so many of each at most, and how many there are. */
export async function hitsOf(reader: AuthorityTransaction, slugs: readonly string[], shown = 5): Promise<ReadonlyMap<string, Hits>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<HitInstallation & { slug: string; total: number }>`
    select slug, id, name, total, coalesce((
             select array_agg(d.name order by folded(d.name)) from installation_department l
               join department d on d.authority_id = l.authority_id and d.id = l.department_id
              where l.authority_id = ${reader.authorityId} and l.installation_id = i.id), '{}') as departments
      from (select coalesce(s.merged_into, s.slug) as slug, i.id, i.name, i.name_key, count(*) over same as total,
                   row_number() over (same order by i.name_key, i.id) as place
              from installation i join software s on s.slug = i.software_slug
             where i.authority_id = ${reader.authorityId} and i.state <> 'retired'
               and coalesce(s.merged_into, s.slug) = any(${[...new Set(slugs)]}::text[])
            window same as (partition by coalesce(s.merged_into, s.slug))) i
     where place <= ${shown} order by slug, name_key, id`.execute(reader);
  const bySlug = Map.groupBy(rows, ({ slug }) => slug);
  return new Map(
    [...bySlug].map(([slug, own]) => [
      slug,
      { installations: own.map(({ id, name, departments }) => ({ id, name, departments })), total: Number(own[0]?.total ?? 0) },
    ]),
  );
}
