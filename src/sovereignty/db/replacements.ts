import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type Replacement = { readonly slug: string; readonly name: string; readonly licence: string | null };
/** What could stand for a software: free software that replaces it or serves the same, and who else serves it. */
export type WaysOut = {
  readonly slug: string;
  readonly name: string;
  readonly replacements: readonly Replacement[];
  readonly suppliers: readonly string[];
};

const MOST_ASKED = 40;
const MOST_REPLACEMENTS = 5;
const MOST_SUPPLIERS = 12;

/**
 * For each of these software, or the one that stands for it, in order of name. What is not free is replaced by what says it replaces it; what is free, by what replaces
 * the same products as it does.
 */
export async function waysOut(reader: AuthorityTransaction, slugs: readonly string[]): Promise<readonly WaysOut[]> {
  const asked = [...new Set(slugs)].slice(0, MOST_ASKED);
  if (asked.length === 0) return [];
  const { rows } = await sql<WaysOut>`
    select p.slug, p.name,
           coalesce((select jsonb_agg(jsonb_build_object('slug', r.slug, 'name', r.name, 'licence', r.licence) order by r.near desc, r.name) from (
             select f.slug, f.name, f.licence,
                    (select count(distinct mine.word) from software_word mine join software_word its using (word)
                      where mine.slug = f.slug and its.slug = p.slug and mine.place in ('term', 'category') and its.place in ('term', 'category')) as near
               from software f
              where f.free and f.merged_into is null and f.slug <> p.slug
                and case when p.free is true then cardinality(p.replaces) > 0 and f.replaces && p.replaces else f.replaces @> array[p.slug] end
              order by near desc, f.name limit ${MOST_REPLACEMENTS}) r), '[]') as replacements,
           array(select distinct s.name
                   from software o join supplier_software l on l.slug = o.slug join supplier s on s.id = l.supplier_id and s.withdrawn_at is null
                  where coalesce(o.merged_into, o.slug) = p.slug order by s.name limit ${MOST_SUPPLIERS}) as suppliers
      from software p
     where p.slug in (select coalesce(a.merged_into, a.slug) from software a where a.slug = any(${asked}::text[]))
     order by lower(p.name), p.slug`.execute(reader);
  return rows;
}

export type Person = { readonly id: string; readonly name: string };

/** Members who hold a skill, in order of name. */
export async function peopleWithSkills(reader: AuthorityTransaction): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select m.person_id as id, m.name from membership m
     where m.authority_id = ${reader.authorityId} and m.left_at is null
       and exists (select from skill k where k.authority_id = m.authority_id and k.person_id = m.person_id)
     order by folded(m.name), m.person_id limit 500`.execute(reader);
  return rows;
}
