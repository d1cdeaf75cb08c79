import { sql } from "kysely";
import { dayOf } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Entry } from "../domain/entries.ts";
import { needOf, type SoftwareRequest } from "../domain/request.ts";
import { type Summary, summaryOf } from "../domain/summary.ts";

export function referenceOf(year: number, number: number): string {
  return `${year}-${String(number).padStart(3, "0")}`;
}

/** Loads a request whole, and holds it: whoever else would write to it waits for this transaction. */
export async function loadForUpdate(trx: AuthorityTransaction, requestId: string): Promise<SoftwareRequest | undefined> {
  // The role may not update `request`, and a row lock would need that right: an advisory lock says the same.
  await sql`select pg_advisory_xact_lock(hashtextextended(${requestId}, 2))`.execute(trx);
  return loadRequest(trx, requestId);
}

export async function loadRequest(trx: AuthorityTransaction, requestId: string): Promise<SoftwareRequest | undefined> {
  const { rows } = await sql<RequestRow>`
    select r.id, r.year, r.number, r.department_id, r.submitted_by, r.submitted_at, r.round, r.previous_id,
           (select json_agg(json_build_object('id', e.id, 'sequence', e.sequence, 'at', e.at, 'personId', e.person_id, 'role', e.role, 'content', e.content)
                            order by e.sequence)
              from request_entry e where e.authority_id = r.authority_id and e.request_id = r.id) as entries
      from request r
     where r.authority_id = ${trx.authorityId} and r.id = ${requestId}`.execute(trx);
  const [row] = rows;
  return row === undefined ? undefined : requestOf(row);
}

type RequestRow = Omit<SoftwareRequest, "reference" | "entries"> & {
  readonly year: number;
  readonly number: number;
  readonly entries: readonly (Omit<Entry, "at"> & { readonly at: string })[] | null;
};

function requestOf({ year, number, entries, ...row }: RequestRow): SoftwareRequest {
  return { ...row, reference: referenceOf(year, number), entries: (entries ?? []).map((entry) => ({ ...entry, at: new Date(entry.at) })) };
}

export type NewRequest = Omit<SoftwareRequest, "reference" | "entries">;

/** Gives the next number of the year, and stores the head of the request. Undefined when it is there already. */
export async function insertRequest(trx: AuthorityTransaction, head: NewRequest, year: number): Promise<SoftwareRequest | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${trx.authorityId}, 3))`.execute(trx);
  const { rows } = await sql<{ number: number }>`
    insert into request (authority_id, id, year, number, previous_id, round, department_id, submitted_by, submitted_at)
    select ${trx.authorityId}, ${head.id}, ${year}, coalesce(max(number), 0) + 1, ${head.previousId}, ${head.round}, ${head.departmentId}, ${head.submittedBy}, ${head.submittedAt}
      from request where authority_id = ${trx.authorityId} and year = ${year}
    on conflict do nothing returning number`.execute(trx);
  const [row] = rows;
  return row === undefined ? undefined : { ...head, reference: referenceOf(year, row.number), entries: [] };
}

/** Appends an entry and keeps the summary in step with it. Gives the request as it then is. */
export async function appendEntry(
  trx: AuthorityTransaction,
  request: SoftwareRequest,
  entry: Omit<Entry, "sequence">,
  targetDays: readonly number[],
): Promise<SoftwareRequest> {
  const appended: Entry = { ...entry, sequence: request.entries.length + 1 };
  const { content, ...head } = appended;
  await trx
    .insertInto("requestEntry")
    .values({ authorityId: trx.authorityId, requestId: request.id, ...head, content: JSON.stringify(content) })
    .execute();
  const after = { ...request, entries: [...request.entries, appended] };
  await storeSummary(trx, after, targetDays);
  return after;
}

/** Every entry of every request of the authority is journaled under its own identifier, and other things under theirs. */
export async function isIdTaken(trx: AuthorityTransaction, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom("journalEntry")
    .select("sequence")
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function storeSummary(trx: AuthorityTransaction, request: SoftwareRequest, targetDays: readonly number[]): Promise<void> {
  const { arcade, ...summary } = summaryOf(request, targetDays);
  const row = {
    ...summary,
    reference: request.reference,
    submittedBy: request.submittedBy,
    submittedOn: dayOf(request.submittedAt),
    arcade: arcadeLetters(arcade),
    search: searchVector(request),
  };
  await trx
    .insertInto("requestSummary")
    .values({ authorityId: trx.authorityId, requestId: request.id, ...row })
    .onConflict((conflict) => conflict.columns(["authorityId", "requestId"]).doUpdateSet(row))
    .execute();
}

function searchVector(request: SoftwareRequest) {
  const need = needOf(request);
  const solution = summaryOf(request, []).solution ?? "";
  return sql<string>`setweight(to_tsvector('beffroi', ${`${request.reference} ${need.title} ${solution}`}), 'A') || setweight(to_tsvector('beffroi', ${need.words}), 'C')`;
}

const LETTERS = { out: "o", here: "h", waiting: "w", kept: "k", later: "l" } as const;
const STATES = Object.fromEntries(Object.entries(LETTERS).map(([state, letter]) => [letter, state]));

function arcadeLetters(arcade: Summary["arcade"]): string {
  return arcade.map((state) => LETTERS[state]).join("");
}

/** The four states of a stored arcade. */
export function arcadeStates(letters: string): Summary["arcade"] {
  return [...letters].map((letter) => (STATES[letter] ?? "later") as Summary["arcade"][number]);
}
