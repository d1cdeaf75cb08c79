import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { GateState } from "../domain/summary.ts";
import type { SealedRecord } from "./decision-records.ts";
import { beginningsOf } from "./request-lists.ts";
import { arcadeStates } from "./request-repository.ts";

/** A sealed decision as anybody may see it in a list: no person, no identifier. */
export type PublicDecision = {
  readonly reference: string;
  readonly title: string;
  readonly state: "settled" | "unmet";
  /** 1 to 4; null when the need is unmet. */
  readonly gate: number | null;
  /** Null when it is built in house, or when the need is unmet. */
  readonly solution: string | null;
  readonly decidedOn: LocalDate;
  readonly arcade: readonly GateState[];
};
export type PublicDecisions = {
  readonly decisions: readonly PublicDecision[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

type Row = Omit<PublicDecision, "arcade"> & { readonly arcade: string | null; readonly total: number; readonly page: number };

/** One page of what was decided, the newest first; the last page when there are fewer than asked. */
export async function publicDecisions(trx: AuthorityReader, search: string, page: number, size: number): Promise<PublicDecisions> {
  const { rows } = await sql<Row>`
    with matching as (
           select s.*, r.sealed_at from decision_record r
             join request_summary s on s.authority_id = r.authority_id and s.request_id = r.request_id
            where r.authority_id = ${trx.authorityId} and ${matches(search)}),
         counted as (select count(*) as total, least(${page}::bigint, greatest(ceil(count(*) / ${size}::numeric), 1))::bigint as page from matching)
    select shown.reference, shown.title, shown.state, shown.gate, shown.solution, shown.decided_on, shown.arcade, counted.total, counted.page
      from counted
      left join (select * from matching order by sealed_at desc, reference desc
                  limit ${size} offset (select (page - 1) * ${size}::bigint from counted)) shown on true
     order by shown.sealed_at desc, shown.reference desc`.execute(trx);
  const total = rows[0]?.total ?? 0;
  const decisions = rows.flatMap(({ total: _, page: __, arcade, ...row }) =>
    arcade === null ? [] : [{ ...row, arcade: arcadeStates(arcade) }],
  );
  return { decisions, total, page: rows[0]?.page ?? 1, pages: Math.max(1, Math.ceil(total / size)) };
}

/** Words of the title, of the solution or of the need, or the beginning of a reference. */
function matches(search: string): RawBuilder<unknown> {
  return search === "" ? sql`true` : sql`(starts_with(s.reference, ${search}) or s.search @@ ${beginningsOf(search)})`;
}

/** The sealed record that bears a reference such as « 2026-041 ». */
export async function recordByReference(trx: AuthorityReader, reference: string): Promise<SealedRecord | undefined> {
  const [year = 0, number = 0] = reference.split("-").map(Number);
  return trx
    .selectFrom("request as q")
    .innerJoin("decisionRecord as r", (join) => join.onRef("r.authorityId", "=", "q.authorityId").onRef("r.requestId", "=", "q.id"))
    .select(["r.requestId", "r.sealedAt", "r.document", "r.publicDocument", "r.hash", "r.publicHash"])
    .where("q.authorityId", "=", trx.authorityId)
    .where("q.year", "=", year)
    .where("q.number", "=", number)
    .executeTakeFirst();
}
