import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

export type RelatedSoftware = { readonly slug: string; readonly name: string };
/** What people said: `wholes` hold the software, `parts` are held by it. */
export type Parts = { readonly wholes: readonly RelatedSoftware[]; readonly parts: readonly RelatedSoftware[] };

const MOST = 50;

/** Of what a software is a part, and what its parts are; under the addresses that stand for them, by name. */
export async function partsOf(reader: Database, slug: string): Promise<Parts> {
  const { rows } = await sql<RelatedSoftware & { isWhole: boolean }>`
    with pair as (
      select coalesce(a.merged_into, a.slug) as a, coalesce(b.merged_into, b.slug) as b, coalesce(w.merged_into, w.slug) as whole
        from software_pair p join software a on a.slug = p.slug_a join software b on b.slug = p.slug_b join software w on w.slug = p.whole
       where p.verdict = 'part')
    select distinct s.slug, s.name, pair.whole = s.slug as is_whole, lower(s.name) as rank
      from pair join software s on s.slug = case ${slug} when pair.a then pair.b when pair.b then pair.a end
     where pair.a <> pair.b order by rank, s.slug limit ${MOST}`.execute(reader);
  const named = (isWhole: boolean): readonly RelatedSoftware[] =>
    rows.filter((row) => row.isWhole === isWhole).map(({ slug: other, name }) => ({ slug: other, name }));
  return { wholes: named(true), parts: named(false) };
}
