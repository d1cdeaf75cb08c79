import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

export type KnownCycle = {
  readonly cycle: string;
  readonly label: string | null;
  readonly releasedOn: string | null;
  readonly endsOn: string | null;
  readonly ended: boolean | null;
  readonly supportEndsOn: string | null;
  readonly latest: string | null;
  readonly lts: boolean;
};

export type Lifecycle = { readonly cycles: readonly KnownCycle[]; readonly total: number; readonly source: string; readonly seenAt: Date };

/** The release cycles of a product, the newest first; undefined where no source knows it. */
export async function lifecycleOf(reader: Database, product: string, most: number): Promise<Lifecycle | undefined> {
  const { rows } = await sql<Lifecycle>`
    select c.name as source, p.seen_at, (select count(*)::int from release_cycle r where r.product = p.product) as total,
           coalesce((select jsonb_agg(jsonb_build_object('cycle', r.cycle, 'label', r.label, 'releasedOn', r.released_on, 'endsOn', r.ends_on, 'ended', r.ended,
                                        'supportEndsOn', r.support_ends_on, 'latest', r.latest, 'lts', r.lts) order by r.rank)
                       from (select * from release_cycle where product = p.product order by rank limit ${most}) r), '[]') as cycles
      from lifecycle_product p join catalogue_source c on c.id = p.source_id where p.product = ${product}`.execute(reader);
  return rows[0];
}

export async function sourceNames(reader: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom("catalogueSource").select(["id", "name"]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
