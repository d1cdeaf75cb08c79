import { type RawBuilder, sql } from "kysely";
import type { DepartmentId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Suggestion, SuggestionState } from "../domain/suggestion.ts";

const COLUMNS = sql`
  g.id, k.slug, k.name, k.free, k.licence, g.department_id, d.name as department_name, g.reason, g.proposed_by, p.name as proposed_by_name,
  g.proposed_at, g.state, g.answered_by, a.name as answered_by_name, g.answered_at, g.answer, g.draft_id, r.reference,
  exists (select from request_draft t where t.authority_id = g.authority_id and t.id = g.draft_id) as has_draft`;

const TABLES = sql`
  suggestion g
  join software s on s.slug = g.slug join software k on k.slug = coalesce(s.merged_into, s.slug)
  join department d on d.authority_id = g.authority_id and d.id = g.department_id
  left join membership p on p.authority_id = g.authority_id and p.person_id = g.proposed_by
  left join membership a on a.authority_id = g.authority_id and a.person_id = g.answered_by
  left join request_summary r on r.authority_id = g.authority_id and r.request_id = g.draft_id`;

export type SuggestionQuery = {
  /** Those made to this department; undefined: to all. */
  readonly departmentId: DepartmentId | null | undefined;
  readonly state: SuggestionState | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** Those that wait first, then the last answered; the newest first. */
export async function listSuggestions(
  reader: AuthorityTransaction,
  { departmentId, state, limit, offset }: SuggestionQuery,
): Promise<{ readonly rows: readonly Suggestion[]; readonly total: number }> {
  const { rows } = await sql<Suggestion & { total: number }>`
    select ${COLUMNS}, count(*) over ()::int as total from ${TABLES}
     where g.authority_id = ${reader.authorityId} and ${departmentOf(departmentId)}
       and (${state ?? null}::text is null or g.state = ${state ?? null})
     order by g.state <> 'proposed', g.proposed_at desc, g.id limit ${limit} offset ${offset}`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}

function departmentOf(departmentId: DepartmentId | null | undefined): RawBuilder<unknown> {
  return departmentId === undefined ? sql`true` : sql`g.department_id = ${departmentId}`;
}

export async function suggestionById(reader: AuthorityTransaction, id: string): Promise<Suggestion | undefined> {
  const { rows } =
    await sql<Suggestion>`select ${COLUMNS} from ${TABLES} where g.authority_id = ${reader.authorityId} and g.id = ${id}`.execute(reader);
  return rows[0];
}

/** The same, and nobody else answers it until this transaction ends. */
export async function suggestionForUpdate(trx: AuthorityTransaction, id: string): Promise<Suggestion | undefined> {
  await sql`select from suggestion where authority_id = ${trx.authorityId} and id = ${id} for update`.execute(trx);
  return suggestionById(trx, id);
}

/** Writers of suggestions of one software to one department queue here. */
export async function lockSuggestions(trx: AuthorityTransaction, departmentId: string, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${departmentId} ${slug}`}, 9))`.execute(trx);
}

/** Whether this software waits for an answer of this department already. */
export async function isProposed(reader: AuthorityTransaction, departmentId: string, slug: string): Promise<boolean> {
  const { rows } = await sql`
    select from suggestion where authority_id = ${reader.authorityId} and department_id = ${departmentId} and slug = ${slug} and state = 'proposed'`.execute(
    reader,
  );
  return rows.length > 0;
}

export type NewSuggestion = {
  readonly id: string;
  readonly slug: string;
  readonly departmentId: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
};

export async function insertSuggestion(trx: AuthorityTransaction, suggestion: NewSuggestion): Promise<void> {
  await trx
    .insertInto("suggestion")
    .values({ authorityId: trx.authorityId, ...suggestion })
    .execute();
}

export type Answered = {
  readonly state: Exclude<SuggestionState, "proposed">;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly answer?: string;
  readonly draftId?: string;
};

export async function answerSuggestion(trx: AuthorityTransaction, id: string, answered: Answered): Promise<void> {
  await trx.updateTable("suggestion").set(answered).where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
}

/** How many people of each department would be told of a suggestion. */
export async function toldByDepartment(reader: AuthorityTransaction, roles: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ departmentId: string; people: number }>`
    select department_id, count(*)::int as people from membership
     where authority_id = ${reader.authorityId} and left_at is null and department_id is not null and roles && ${[...roles]}::text[]
     group by department_id`.execute(reader);
  return new Map(rows.map(({ departmentId, people }) => [departmentId, people]));
}
