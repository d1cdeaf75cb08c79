import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { WATCH_VIEWS, type WatchItem, type WatchScope, type WatchView } from "../domain/watched.ts";
import { alteredItems, endedItems, freshItems, knownEnds } from "./watch-items.ts";

export type WatchQuery = {
  readonly personId: string;
  readonly view: WatchView;
  readonly scope: WatchScope;
  readonly today: LocalDate;
  readonly limit: number;
  readonly offset: number;
};
export type WatchList = {
  readonly items: readonly WatchItem[];
  /** How many of each view, in this scope. */
  readonly counts: Readonly<Record<WatchView, number>>;
  /** How many software the scope holds. */
  readonly software: number;
};

type Row = WatchItem & Readonly<Record<WatchView, number>> & { readonly software: number; readonly view: WatchView | null };

/** What the watch has to say of what the authority runs and of what the reader follows: one view of it, and how much there is in each. */
export async function watchList(reader: AuthorityTransaction, query: WatchQuery): Promise<WatchList> {
  const { view, today, limit, offset } = query;
  const { rows } = await sql<Row>`
    with ${watched(reader, query)}, ${knownEnds(reader.authorityId, today)},
    item as (${endedItems(today)} union all ${freshItems(today)} union all ${alteredItems(today)}),
    counted as (
      select ${sql.join(WATCH_VIEWS.map((each) => sql`count(*) filter (where view = ${each})::int as ${sql.id(each)}`))} from item)
    select c.*, (select count(*)::int from watched) as software, p.*
      from counted c
      left join (select * from item where view = ${view} order by ${orderOf(view, today)} limit ${limit} offset ${offset}) p on true
     order by ${orderOf(view, today)}`.execute(reader);
  const [first] = rows;
  return {
    items: rows.filter((row) => row.view !== null).map(itemOf),
    counts: { ends: first?.ends ?? 0, new: first?.new ?? 0, changed: first?.changed ?? 0 },
    software: first?.software ?? 0,
  };
}

function itemOf({ ends: _, new: __, changed: ___, software: ____, view: _____, ...item }: Row): WatchItem {
  return item;
}

const SCOPES: Readonly<Record<WatchScope, RawBuilder<boolean>>> = {
  all: sql<boolean>`true`,
  run: sql<boolean>`k.run`,
  followed: sql<boolean>`k.followed`,
};

/** What is asked about, under the one name of what was found to be the same. */
function watched(reader: AuthorityTransaction, { personId, scope }: WatchQuery): RawBuilder<unknown> {
  return sql`
    mine as (
      select i.software_slug as slug, true as run, false as followed from installation i
       where i.authority_id = ${reader.authorityId} and i.software_slug is not null and i.state <> 'retired'
      union all
      select f.slug, false, true from software_follow f where f.authority_id = ${reader.authorityId} and f.person_id = ${personId}),
    known as (
      select coalesce(s.merged_into, s.slug) as slug, bool_or(mine.run) as run, bool_or(mine.followed) as followed
        from mine join software s on s.slug = mine.slug group by 1),
    watched as materialized (
      select s.slug, s.name, k.run, k.followed, s.endoflife, s.archived, s.provenance from known k join software s on s.slug = k.slug
       where ${SCOPES[scope]})`;
}

/** Ends: those to come, the soonest first, then those that are past, the last first. The others: the newest first. */
function orderOf(view: WatchView, today: LocalDate): RawBuilder<unknown> {
  if (view === "ends") {
    const isPast = sql`coalesce(day < ${today}::date, true)`;
    return sql`${isPast}, case when not ${isPast} then day end, day desc nulls last, name, slug, cycle`;
  }
  return sql`day desc nulls last, name, slug, what, cycle`;
}
