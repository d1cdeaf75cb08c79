import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { type CalendarItem, contractDays, type RequestDay, type RunCycle } from "../domain/calendar.ts";
import { contractsOf } from "./contracts.ts";

/** Days of one kind at most: beyond it, nobody would read them. */
const MOST_ITEMS = 1_000;

/** All that comes until a day, and what is late, in no order. */
export async function calendarItems(reader: AuthorityTransaction, today: LocalDate, until: LocalDate): Promise<readonly CalendarItem[]> {
  const contracts = await contractsOf(reader);
  return [
    ...contracts.flatMap((contract) => contractDays(contract, today, until)),
    ...(await endsOfLife(reader, today, until)),
    ...(await requestDays(reader, today, until)),
  ];
}

/** A version names a cycle: « 12.4 » is of « 12 », as « 12 (Bookworm) » is. */
function names(version: RawBuilder<unknown>, cycle: string): RawBuilder<boolean> {
  const of = sql.ref(cycle);
  const told = sql`lower(ltrim(${version}, 'vV '))`;
  return sql<boolean>`(${told} = lower(${of}) or starts_with(${told}, lower(${of}) || '.') or starts_with(${told}, lower(${of}) || ' ')
                       or starts_with(${told}, lower(${of}) || '-'))`;
}

/**
 * Ends of life of what the authority runs: of the public source, and those it read itself where that source has none. Where the version
 * names a cycle, that one alone, even past; where nobody said which version runs, every end to come.
 */
async function endsOfLife(reader: AuthorityTransaction, today: LocalDate, until: LocalDate): Promise<readonly CalendarItem[]> {
  const { rows } = await sql<RunCycle & { day: LocalDate }>`
    with run as materialized (
      select i.id, i.name, i.software_version as version, k.slug, k.name as software, k.endoflife
        from installation i join software s on s.slug = i.software_slug join software k on k.slug = coalesce(s.merged_into, s.slug)
       where i.authority_id = ${reader.authorityId} and i.state <> 'retired'),
    known as (
      select r.id, r.name, r.version, r.slug, r.software, c.cycle, c.ends_on
        from run r join release_cycle c on c.product = r.endoflife where c.ends_on is not null
      union all
      select r.id, r.name, r.version, r.slug, r.software, d.cycle, d.ends_on
        from declared_end d join software s on s.slug = d.slug join run r on r.slug = coalesce(s.merged_into, s.slug)
       where d.authority_id = ${reader.authorityId} and d.removed_at is null
         and not exists (select from release_cycle c where c.product = r.endoflife and lower(c.cycle) = lower(d.cycle) and c.ends_on is not null)),
    judged as (
      select k.*, ${names(sql`k.version`, "k.cycle")} as named,
             bool_or(${names(sql`k.version`, "k.cycle")}) over one as some_named,
             max(length(k.cycle)) filter (where ${names(sql`k.version`, "k.cycle")}) over one as longest
        from known k window one as (partition by k.id))
    select id as installation_id, name, slug, software, cycle, some_named as certain, ends_on as day from judged
     where ends_on <= ${until}::date and case when some_named then named and length(cycle) = longest else ends_on >= ${today}::date end
     order by ends_on, name, cycle limit ${MOST_ITEMS}`.execute(reader);
  return rows.map((row) => ({ kind: "end-of-life" as const, ...row }));
}

/** Bilans that are to be confirmed, and days for which something was asked that is not in use. */
async function requestDays(reader: AuthorityTransaction, today: LocalDate, until: LocalDate): Promise<readonly CalendarItem[]> {
  const { rows } = await sql<RequestDay & { day: LocalDate }>`
    select * from (
      select request_id, reference, coalesce(solution, title) as name, 'use' as what, confirm_on as day from request_summary
       where authority_id = ${reader.authorityId} and confirm_on is not null and confirmed is null and used_since is not null
      union all
      select request_id, reference, title, 'needed', needed_by from request_summary
       where authority_id = ${reader.authorityId} and needed_by is not null and used_since is null
         and state in ('searching', 'to-countersign', 'settled') and needed_by >= ${today}::date - 365) d
     where day <= ${until}::date order by day, reference limit ${MOST_ITEMS}`.execute(reader);
  return rows.map((row) => ({ kind: "to-confirm" as const, ...row }));
}
