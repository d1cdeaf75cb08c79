import { sql } from "kysely";
import { addDays, type LocalDate } from "#src/kernel/dates.ts";
import type { PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { END_NOTICE_DAYS } from "../domain/watched.ts";
import { endIsKnown } from "./watch-items.ts";

/** Something that a follower was not told yet. */
export type News = {
  readonly personId: PersonId;
  readonly news: string;
  readonly what: "cycle" | "end" | "licence" | "archived";
  readonly name: string;
  readonly cycle: string | null;
  readonly endsOn: LocalDate | null;
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * Takes what followers are to be told, each once: a second worker at the same time takes nothing. Changes count from the day somebody
 * began to follow; an end of life counts whenever it comes near, and again when its day moves.
 */
export async function takeNews(trx: AuthorityTransaction, today: LocalDate, at: Date, limit: number): Promise<readonly News[]> {
  const until = addDays(today, END_NOTICE_DAYS);
  const { rows } = await sql<News>`
    with follower as (
      select f.person_id, min(f.followed_at) as since, k.slug, k.name, k.endoflife
        from software_follow f
        join membership m on m.authority_id = f.authority_id and m.person_id = f.person_id and m.left_at is null
        join software s on s.slug = f.slug join software k on k.slug = coalesce(s.merged_into, s.slug)
       where f.authority_id = ${trx.authorityId} group by f.person_id, k.slug),
    news as (
      select f.person_id, 'change:' || c.id as news, c.field as what, f.name,
             case when c.field = 'cycle' then c.after end as cycle, null::date as ends_on,
             case when c.field = 'licence' then c.before end as before, case when c.field = 'licence' then c.after end as after, c.at
        from follower f join software s on coalesce(s.merged_into, s.slug) = f.slug
        join software_change c on c.slug = s.slug and c.at > f.since
       where c.field in ('cycle', 'licence') or (c.field = 'archived' and c.after = 'true')
      union all
      select f.person_id, 'end:' || r.product || ' ' || r.cycle || ' ' || r.ends_on, 'end', f.name, r.cycle, r.ends_on, null, null, r.ends_on
        from follower f join release_cycle r on r.product = f.endoflife
       where r.ends_on between ${today}::date and ${until}::date
      union all
      select f.person_id, 'end:' || d.id || ' ' || d.ends_on, 'end', f.name, d.cycle, d.ends_on, null, null, d.ends_on
        from follower f join software s on coalesce(s.merged_into, s.slug) = f.slug join declared_end d on d.slug = s.slug
       where d.authority_id = ${trx.authorityId} and d.removed_at is null and d.ends_on between ${today}::date and ${until}::date
         and not ${endIsKnown("f.endoflife")}),
    untold as (
      select n.* from news n
       where not exists (select from watch_told t where t.authority_id = ${trx.authorityId} and t.person_id = n.person_id and t.news = n.news)
       order by n.at, n.news, n.person_id limit ${limit}),
    taken as (
      insert into watch_told (authority_id, person_id, news, at) select ${trx.authorityId}, person_id, news, ${at} from untold
      on conflict do nothing returning person_id, news)
    select u.person_id, u.news, u.what, u.name, u.cycle, u.ends_on, u.before, u.after
      from untold u join taken t on t.person_id = u.person_id and t.news = u.news order by u.at, u.news, u.person_id`.execute(trx);
  return rows;
}
