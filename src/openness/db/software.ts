import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** Of the software that the authority runs, those that people said are another one: from one's slug to the other's. */
export async function mergedSlugs(reader: AuthorityTransaction): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ slug: string; mergedInto: string }>`
    select distinct s.slug, s.merged_into from installation i join software s on s.slug = i.software_slug
     where i.authority_id = ${reader.authorityId} and s.merged_into is not null`.execute(reader);
  return new Map(rows.map(({ slug, mergedInto }) => [slug, mergedInto]));
}

export type Replacement = { readonly slug: string; readonly name: string };

/** For each of these software, the free software that the catalogue knows to replace it: those of nearest use first, as on its page. */
export async function freeReplacements(
  reader: AuthorityTransaction,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, readonly Replacement[]>> {
  const found = new Map<string, Replacement[]>();
  if (slugs.length === 0) return found;
  const { rows } = await sql<Replacement & { replaced: string }>`
    select r.replaced, s.slug, s.name
      from software s cross join lateral unnest(s.replaces) as r (replaced)
     where s.replaces && ${[...slugs]}::text[] and r.replaced = any(${[...slugs]}::text[]) and s.free and s.merged_into is null
     order by r.replaced, (
       select count(distinct mine.word) from software_word mine join software_word its using (word)
        where mine.slug = s.slug and its.slug = r.replaced and mine.place in ('term', 'category') and its.place in ('term', 'category')) desc,
       lower(s.name), s.slug`.execute(reader);
  for (const { replaced, slug, name } of rows) found.set(replaced, [...(found.get(replaced) ?? []), { slug, name }]);
  return found;
}
