import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

/** `licence` and `archived`: before and after. `cycle`: a release cycle that is new. `ends`: its end of life, which moved. */
export type ChangedField = "licence" | "archived" | "cycle" | "ends";
export type SoftwareChange = {
  readonly slug: string;
  readonly field: ChangedField;
  readonly before: string | null;
  readonly after: string | null;
};

export async function recordChanges(trx: Database, changes: readonly SoftwareChange[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into software_change (slug, field, before, after, at)
    select slug, field, before, after, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (slug text, field text, before text, after text)`.execute(trx);
}

export type KnownFacts = { readonly slug: string; readonly licence: string | null; readonly archived: boolean };

/** What is held of these software before they are made anew. Those that are new are not there: what is new has not changed. */
export async function knownFacts(trx: Database, slugs: readonly string[]): Promise<ReadonlyMap<string, KnownFacts>> {
  const { rows } = await sql<KnownFacts>`select slug, licence, archived from software where slug = any(${[...slugs]}::text[])`.execute(trx);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** The release cycles held of these products, with the end of life of each. */
export async function knownCycles(
  trx: Database,
  products: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string | null>>> {
  const { rows } = await sql<{ product: string; cycle: string; endsOn: string | null }>`
    select product, cycle, ends_on from release_cycle where product = any(${[...products]}::text[])`.execute(trx);
  const byProduct = Map.groupBy(rows, ({ product }) => product);
  return new Map([...byProduct].map(([product, cycles]) => [product, new Map(cycles.map(({ cycle, endsOn }) => [cycle, endsOn]))]));
}
