import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Progress } from "../domain/request.ts";
import type { GateState, Summary } from "../domain/summary.ts";
import { arcadeStates } from "./request-repository.ts";

/** A request as lists show it. */
export type RequestLine = Omit<Summary, "arcade" | "entries" | "pendingWaivers"> & {
  readonly id: string;
  readonly reference: string;
  readonly submittedBy: string;
  readonly submittedOn: LocalDate;
  /** The authority's target at the gate of this request; null when it is at none. */
  readonly targetDays: number | null;
  readonly arcade: readonly GateState[];
};
type Row = Omit<RequestLine, "arcade"> & { readonly arcade: string };

export type ListFilter = {
  /** Words of the need, of its title or of its solution; or the beginning of a reference. */
  readonly search: string;
  readonly state: Progress["status"] | undefined;
  readonly gate: number | undefined;
  readonly departmentIds: readonly string[] | undefined;
  readonly submittedBy: string | undefined;
  readonly late: boolean;
  readonly toConfirm: boolean;
};
export const LIST_SORTS = ["date", "reference", "title", "due"] as const;
export type ListSort = (typeof LIST_SORTS)[number];
export type ListQuery = { readonly filter: ListFilter; readonly sort: ListSort; readonly descending: boolean; readonly today: LocalDate };
export type RequestList = { readonly lines: readonly RequestLine[]; readonly total: number; readonly page: number; readonly pages: number };

/** One page of the list; the last one when there are fewer pages than asked. */
export async function listRequests(trx: AuthorityTransaction, query: ListQuery, page: number, size: number): Promise<RequestList> {
  const { rows } = await sql<Row & { total: number; page: number }>`
    with counted as materialized (
           select count(*) as total, least(${page}::bigint, greatest(ceil(count(*) / ${size}::numeric), 1))::bigint as page
             from request_summary s where ${conditions(trx, query)})
    select ${COLUMNS}, counted.total, counted.page
      from counted
      left join (select s.* from request_summary s where ${conditions(trx, query)} order by ${orderOf(query)}
                  limit ${size} offset (select (page - 1) * ${size}::bigint from counted)) s on true
      left join authority a on a.id = s.authority_id
     order by ${orderOf(query)}`.execute(trx);
  const total = rows[0]?.total ?? 0;
  const lines = rows.filter(({ id }) => id !== null).map(lineOf);
  return { lines, total, page: rows[0]?.page ?? 1, pages: Math.max(1, Math.ceil(total / size)) };
}

/** The whole filtered list, as far as `most`. */
export async function allRequests(trx: AuthorityTransaction, query: ListQuery, most: number): Promise<readonly RequestLine[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from request_summary s join authority a on a.id = s.authority_id
     where ${conditions(trx, query)} order by ${orderOf(query)} limit ${most}`.execute(trx);
  return rows.map(lineOf);
}

/** For `request_summary s` and `authority a`. */
export const COLUMNS = sql`s.request_id as id, s.reference, s.title, s.department_id, s.submitted_by, s.submitted_on, s.state, s.gate, s.since,
  s.due_on, s.waits_for, s.solution, s.decided_on, s.used_since, s.confirm_on, s.confirmed, s.needed_by, s.arcade, a.target_days[s.gate] as target_days`;

export function lineOf(row: Row): RequestLine {
  return { ...row, arcade: arcadeStates(row.arcade) };
}

function conditions({ authorityId }: AuthorityTransaction, { filter, today }: ListQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`s.authority_id = ${authorityId}`];
  if (filter.state !== undefined) all.push(sql`s.state = ${filter.state}`);
  if (filter.gate !== undefined) all.push(sql`s.gate = ${filter.gate}::smallint`);
  if (filter.departmentIds !== undefined) all.push(sql`s.department_id = any(${[...filter.departmentIds]}::uuid[])`);
  if (filter.submittedBy !== undefined) all.push(sql`s.submitted_by = ${filter.submittedBy}::uuid`);
  if (filter.late) all.push(sql`s.due_on < ${today}::date`);
  if (filter.toConfirm) all.push(sql`s.confirm_on <= ${today}::date and s.confirmed is null and s.used_since is not null`);
  if (filter.search !== "") {
    const prefix = `${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
    all.push(sql`(s.reference like ${prefix} or s.search @@ ${beginningsOf(filter.search)})`);
  }
  return sql.join(all, sql` and `);
}

/** Every word, by its stem, and what begins with it: « vélo » finds « vélos », whose stem in French is itself. */
export function beginningsOf(search: string): RawBuilder<unknown> {
  const quoted = sql`'''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*'`;
  return sql`(select string_agg(${quoted}, ' & ')::tsquery from unnest(to_tsvector('beffroi', ${search})))`;
}

/** A reference sorts by its year, then by its number: `rank` holds both. What has no date comes last. The order by date is an index's own. */
function orderOf({ sort, descending }: ListQuery): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`;
  if (sort === "reference") return sql`s.rank ${way}`;
  if (sort === "date") return sql`s.submitted_on ${way}, s.rank ${way}`;
  if (sort === "title") return sql`folded(s.title) ${way}, s.rank ${way}`;
  return sql`s.due_on ${way} nulls last, s.rank ${way}`;
}
