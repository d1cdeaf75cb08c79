import { type RawBuilder, sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { ListedSupplier } from "../domain/supplier.ts";
import { LISTED, matching, SERVICES, servicesOf } from "./columns.ts";

export const SORTS = ["name", "place", "software"] as const;
export type SupplierSort = (typeof SORTS)[number];

export type BrowseQuery = {
  readonly search: string;
  readonly software: string | undefined;
  readonly place: string | undefined;
  readonly sort: SupplierSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};
export type SupplierPage = { readonly rows: readonly ListedSupplier[]; readonly total: number };

export async function browseSuppliers(reader: Database, query: BrowseQuery): Promise<SupplierPage> {
  const { search, software, place, limit, offset } = query;
  const conditions = [
    sql`p.withdrawn_at is null`,
    matching(search),
    ...(software === undefined ? [] : [sql`p.id in (select served.supplier_id from (${servicesOf(software)}) served)`]),
    ...(place === undefined ? [] : [sql`p.place = ${place}`]),
  ];
  const { rows } = await sql<ListedSupplier & { total: number }>`
    with page as materialized (
      select p.id, count(*) over () as total, row_number() over (order by ${orderOf(query)}) as rank
        from supplier p where ${sql.join(conditions, sql` and `)}
       order by rank limit ${limit} offset ${offset})
    select ${LISTED}, page.total from page join supplier p on p.id = page.id order by page.rank`.execute(reader);
  return { rows: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

const MOST_PLACES = 300;

/** Where suppliers are, as it is written; in order. */
export async function placesOfSuppliers(reader: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select distinct place from supplier where withdrawn_at is null and place is not null order by place limit ${MOST_PLACES}`.execute(
    reader,
  );
  return rows.map(({ place }) => place);
}

/** True when there is no supplier at all: a list is not empty by its filters. */
export async function hasNoSupplier(reader: Database): Promise<boolean> {
  return (await reader.selectFrom("supplier").select("id").where("withdrawnAt", "is", null).limit(1).executeTakeFirst()) === undefined;
}

/** What is not known comes last, whichever way it is sorted. */
function orderOf({ sort, descending }: BrowseQuery): RawBuilder<unknown> {
  const way = descending ? sql`desc nulls last` : sql`asc nulls last`;
  const by = {
    name: sql`p.name_key`,
    place: sql`lower(p.place)`,
    software: sql`(select count(distinct service.slug) from (${SERVICES}) service where service.supplier_id = p.id)`,
  }[sort];
  return sql`${by} ${way}, p.name_key, p.id`;
}
