import { sql } from "kysely";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { KeptMonth, Measures, Month } from "../domain/months.ts";

/** Months kept since one of them, oldest first. */
export async function keptMonths(reader: AuthorityTransaction, since: Month): Promise<readonly KeptMonth[]> {
  const { rows } = await sql<{ month: Month; measuredOn: LocalDate; measures: Measures }>`
    select month, measured_on, measures from openness_month
     where authority_id = ${reader.authorityId} and month >= ${since} order by month`.execute(reader);
  return rows.map(({ month, measuredOn, measures }) => ({ month, measuredOn, ...measures }));
}

export async function isMeasured(reader: AuthorityTransaction, month: Month): Promise<boolean> {
  const { rows } = await sql`select from openness_month where authority_id = ${reader.authorityId} and month = ${month}`.execute(reader);
  return rows.length > 0;
}

/** Once for each month: the first word stays. */
export async function keepMonth(trx: AuthorityTransaction, { month, measuredOn, declared, observed }: KeptMonth): Promise<void> {
  await sql`
    insert into openness_month (authority_id, month, measured_on, measures)
    values (${trx.authorityId}, ${month}, ${measuredOn}, ${JSON.stringify({ declared, observed })}::jsonb)
    on conflict do nothing`.execute(trx);
}

/** Months worked out afterwards: what was measured in its time is left as it is, and what did not change is not written. */
export async function keepReconstituted(trx: AuthorityTransaction, months: readonly KeptMonth[]): Promise<void> {
  const rows = months.map(({ month, measuredOn, declared, observed }) => ({
    month,
    measured_on: measuredOn,
    measures: { declared, observed },
  }));
  await sql`
    insert into openness_month as kept (authority_id, month, measured_on, measures)
    select ${trx.authorityId}, r.month, r.measured_on, r.measures
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (month date, measured_on date, measures jsonb)
    on conflict (authority_id, month) do update set measured_on = excluded.measured_on, measures = excluded.measures
     where kept.measured_on >= kept.month + interval '1 month' and kept.measures <> excluded.measures`.execute(trx);
}
