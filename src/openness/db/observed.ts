import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Observed } from "../domain/observed.ts";

/** What agents saw, as it was last counted. Null: they saw nothing. */
export type LastObserved = { readonly measuredAt: Date; readonly observed: Observed | null };

export async function lastObserved(reader: AuthorityTransaction): Promise<LastObserved | undefined> {
  const { rows } = await sql<LastObserved>`
    select measured_at, observed from openness_observed where authority_id = ${reader.authorityId}`.execute(reader);
  return rows[0];
}

export async function keepObserved(trx: AuthorityTransaction, { measuredAt, observed }: LastObserved): Promise<void> {
  await sql`
    insert into openness_observed (authority_id, measured_at, observed)
    values (${trx.authorityId}, ${measuredAt}, ${observed === null ? null : JSON.stringify(observed)}::jsonb)
    on conflict (authority_id) do update set measured_at = excluded.measured_at, observed = excluded.observed`.execute(trx);
}
