import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type KnownSoftware = { readonly slug: string; readonly name: string; readonly free: boolean | null };
type Row = KnownSoftware & { readonly asked: string };

/** The software of the catalogue that bears each name: its own name first, else an alias that is no other software's. */
export async function softwareByName(reader: AuthorityTransaction, names: readonly string[]): Promise<ReadonlyMap<string, KnownSoftware>> {
  const { rows } = await sql<Row>`
    with asked as (select distinct name, folded(name) as key from unnest(${[...new Set(names)]}::text[]) name),
    hit as (
      select distinct a.name as asked, s.slug, s.name, s.free, folded(s.name) = a.key as exact
        from software s cross join string_to_table(s.names, E'\n') known join asked a on a.key = known where s.merged_into is null)
    select asked, (array_agg(slug order by exact desc, slug))[1] as slug, (array_agg(name order by exact desc, slug))[1] as name,
           (array_agg(free order by exact desc, slug))[1] as free
      from hit group by asked having bool_or(exact) or count(*) = 1`.execute(reader);
  return new Map(rows.map(({ asked, ...software }) => [asked, software]));
}
