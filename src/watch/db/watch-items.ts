import { type RawBuilder, sql } from "kysely";
import { addDays, type LocalDate } from "#src/kernel/dates.ts";
import { CHANGED_FOR_DAYS, END_NOTICE_DAYS, NEW_FOR_DAYS } from "../domain/watched.ts";

/** Parts of the watch's query. They read `watched`: slug, name, run, followed, endoflife, archived, provenance. */

/** Where somebody reads for themselves what the source says of a product. */
const PRODUCT_PAGE = "https://endoflife.date/";

/** Every end of life that is known: of the public source, and what the authority read itself where that source has none. */
export function knownEnds(authorityId: string, today: LocalDate): RawBuilder<unknown> {
  return sql`
    end_known as (
      select w.slug, w.name, w.run, w.followed, r.cycle, r.ends_on as day, coalesce(r.ends_on < ${today}::date, r.ended, false) as past,
             c.name as source, ${PRODUCT_PAGE} || r.product as source_url, false as declared, coalesce(c.fetched_at, p.seen_at) as as_of
        from watched w join release_cycle r on r.product = w.endoflife
        join lifecycle_product p on p.product = r.product join catalogue_source c on c.id = p.source_id
      union all
      select w.slug, w.name, w.run, w.followed, d.cycle, d.ends_on, d.ends_on < ${today}::date, null, d.read_at_url, true, d.declared_at
        from declared_end d join software s on s.slug = d.slug join watched w on w.slug = coalesce(s.merged_into, s.slug)
       where d.authority_id = ${authorityId} and d.removed_at is null and not ${endIsKnown("w.endoflife")})`;
}

/** The public source gives an end for the cycle of `d`, a row of declared_end. */
export function endIsKnown(product: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from release_cycle given where given.product = ${sql.ref(product)} and lower(given.cycle) = lower(d.cycle) and given.ends_on is not null)`;
}

/** Each end to come soon; of those that are past, the last of each software, with how many were before it. */
export function endedItems(today: LocalDate): RawBuilder<unknown> {
  const until = addDays(today, END_NOTICE_DAYS);
  return sql`
    select 'ends' as view, 'end' as what, slug, name, run, followed, cycle, day, null::text as before, null::text as after,
           older::int, last, source, source_url, declared, as_of
      from (select k.*, case when past then count(*) over same - 1 else 0 end as older,
                   past and not declared and bool_and(past) over (partition by slug, declared) as last,
                   row_number() over (same order by day desc nulls last, cycle desc) as place
              from end_known k window same as (partition by slug, past)) e
     where case when past then place = 1 else day <= ${until}::date end`;
}

/** Cycles of the last weeks; where the source gives no day, since we saw them. */
export function freshItems(today: LocalDate): RawBuilder<unknown> {
  return sql`
    select 'new', 'cycle', w.slug, w.name, w.run, w.followed, r.cycle, coalesce(r.released_on, seen.day), null, null,
           0, false, c.name, ${PRODUCT_PAGE} || r.product, false, coalesce(c.fetched_at, p.seen_at)
      from watched w join release_cycle r on r.product = w.endoflife
      join lifecycle_product p on p.product = r.product join catalogue_source c on c.id = p.source_id
      left join (
        select slug, after as cycle, max(at at time zone 'Europe/Paris')::date as day from software_change
         where field = 'cycle' and at >= ${addDays(today, -NEW_FOR_DAYS)}::date group by 1, 2) seen on seen.slug = w.slug and seen.cycle = r.cycle
     where coalesce(r.released_on, seen.day) between ${addDays(today, -NEW_FOR_DAYS)}::date and ${today}::date`;
}

/** Changes of licence of the last year, and all that is no longer maintained. */
export function alteredItems(today: LocalDate): RawBuilder<unknown> {
  return sql`
    select 'changed', h.field, w.slug, w.name, w.run, w.followed, null, (h.at at time zone 'Europe/Paris')::date, h.before, h.after,
           0, false, c.name, null, false, coalesce(c.fetched_at, h.at)
      from software_change h join software s on s.slug = h.slug join watched w on w.slug = coalesce(s.merged_into, s.slug)
      left join catalogue_source c on c.id = w.provenance ->> 'licence'
     where h.field = 'licence' and h.at >= ${addDays(today, -CHANGED_FOR_DAYS)}::date
    union all
    select 'changed', 'archived', w.slug, w.name, w.run, w.followed, null,
           (select max(h.at at time zone 'Europe/Paris')::date from software_change h
             where h.slug = w.slug and h.field = 'archived' and h.after = 'true'),
           null, null, 0, false, c.name, null, false, c.fetched_at
      from watched w left join catalogue_source c on c.id = w.provenance ->> 'archived'
     where w.archived`;
}
