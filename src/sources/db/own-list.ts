import { type RawBuilder, sql } from "kysely";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { OwnWords } from "../domain/own-words.ts";

export const OWN_STATES = ["standing", "withdrawn"] as const;
export type OwnState = (typeof OWN_STATES)[number];
export const OWN_SORTS = ["date", "name"] as const;
export type OwnSort = (typeof OWN_SORTS)[number];

export type OwnListing = {
  readonly search: string;
  readonly state: OwnState | undefined;
  readonly sort: OwnSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};

export type OwnEntry = {
  /** Of the software that stands for it now. */
  readonly slug: string;
  readonly name: string;
  /** Null: not known, or no longer in the catalogue. */
  readonly free: boolean | null;
  /** False: the catalogue forgot it when the words were withdrawn. */
  readonly isThere: boolean;
  readonly words: OwnWords;
  readonly reason: string;
  readonly adds: boolean;
  readonly saidByName: string | null;
  readonly saidAt: Date;
  readonly withdrawnAt: Date | null;
};

const ORDERS: Readonly<Record<OwnSort, RawBuilder<unknown>>> = { date: sql`said_at`, name: sql`lower(unaccent(name))` };

/** What the reader's authority says of software, one entry each time that it spoke of one. Searched in the software's name and in the reasons. */
export async function ownEntries(
  reader: AuthorityReader,
  { search, state, sort, descending, limit, offset }: OwnListing,
): Promise<{ readonly entries: readonly OwnEntry[]; readonly total: number; readonly all: number }> {
  const safe = search.replace(/[\\%_]/g, "\\$&");
  const { rows } = await sql<OwnEntry & { total: number; all: number }>`
    with own as (
      select coalesce(k.slug, w.slug) as slug, coalesce(w.words ->> 'name', k.name, w.slug) as name, k.free, k.slug is not null as is_there,
             w.words, w.reason, w.adds, m.name as said_by_name, w.said_at, w.withdrawn_at, w.id
        from own_words w
        left join software s on s.slug = w.slug
        left join software k on k.slug = coalesce(s.merged_into, s.slug)
        left join membership m on m.authority_id = w.authority_id and m.person_id = w.said_by
       where w.authority_id = ${reader.authorityId}),
    chosen as (
      select * from own
       where (${state ?? null}::text is null or (withdrawn_at is not null) = (${state ?? null}::text = 'withdrawn'))
         and (${safe} = '' or lower(unaccent(name || ' ' || reason)) like '%' || lower(unaccent(${safe})) || '%'))
    select slug, name, free, is_there, words, reason, adds, said_by_name, said_at, withdrawn_at,
           count(*) over ()::int as total, (select count(*)::int from own) as all
      from chosen order by ${ORDERS[sort]} ${descending ? sql`desc` : sql`asc`}, id limit ${limit} offset ${offset}`.execute(reader);
  const all = rows[0]?.all ?? (await countOwn(reader));
  return { entries: rows.map(({ total: _, all: __, ...entry }) => entry), total: rows[0]?.total ?? 0, all };
}

async function countOwn(reader: AuthorityReader): Promise<number> {
  const { rows } = await sql<{ all: number }>`
    select count(*)::int as all from own_words where authority_id = ${reader.authorityId}`.execute(reader);
  return rows[0]?.all ?? 0;
}
