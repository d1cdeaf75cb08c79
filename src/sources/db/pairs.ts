import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { DoubtReason } from "../domain/resolve.ts";

/** Two software that look alike; those on which somebody decided already are left as they are. */
export async function queuePairs(
  trx: Database,
  pairs: readonly { readonly slug: string; readonly other: string; readonly reason: DoubtReason }[],
  at: Date,
): Promise<void> {
  const rows = pairs
    .filter(({ slug, other }) => slug !== other)
    .map(({ slug, other, reason }) => ({ a: slug < other ? slug : other, b: slug < other ? other : slug, reason }));
  if (rows.length === 0) return;
  await sql`
    insert into software_pair (slug_a, slug_b, reason, found_at)
    select distinct on (a, b) a, b, reason, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (a text, b text, reason text)
    on conflict (slug_a, slug_b) do nothing`.execute(trx);
}
