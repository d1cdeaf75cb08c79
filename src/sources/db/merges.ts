import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { SamePair, Weight } from "../domain/merges.ts";
import { STARTER } from "../domain/trust.ts";

export async function samePairs(trx: Database): Promise<readonly SamePair[]> {
  const { rows } = await sql<SamePair>`select slug_a as a, slug_b as b from software_pair where verdict = 'same' order by 1, 2`.execute(
    trx,
  );
  return rows;
}

/** How much is said of each of these software under its own address. */
export async function weightsOf(trx: Database, slugs: readonly string[]): Promise<ReadonlyMap<string, Weight>> {
  const { rows } = await sql<Weight>`
    select s.slug, coalesce(bool_or(t.source_id = ${STARTER}), false) as is_starter, count(t.key)::int as statements
      from software s left join source_statement t on t.slug = s.slug
     where s.slug = any(${[...slugs]}::text[]) group by s.slug`.execute(trx);
  return new Map(rows.map((row) => [row.slug, row]));
}

export async function currentMerges(trx: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ slug: string; mergedInto: string }>`
    select slug, merged_into from software where merged_into is not null`.execute(trx);
  return new Map(rows.map(({ slug, mergedInto }) => [slug, mergedInto]));
}

export type Merge = { readonly slug: string; readonly into: string | null };

export async function setMerges(trx: Database, merges: readonly Merge[]): Promise<void> {
  await sql`
    update software s set merged_into = m."into" from jsonb_to_recordset(${JSON.stringify(merges)}::jsonb) as m (slug text, "into" text)
     where s.slug = m.slug`.execute(trx);
}
