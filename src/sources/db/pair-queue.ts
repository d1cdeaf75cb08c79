import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { DoubtReason } from "../domain/resolve.ts";

export const VERDICTS = ["same", "different", "part"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type PairSide = {
  readonly slug: string;
  readonly name: string;
  readonly free: boolean | null;
  readonly licence: string | null;
  readonly descriptionFr: string;
  readonly descriptionEn: string;
  readonly publisher: string | null;
  readonly website: string | null;
  readonly repository: string | null;
  /** Names of the sources that speak of it. */
  readonly sources: readonly string[];
};

export type SoftwarePair = {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly reason: DoubtReason;
  readonly verdict: Verdict | null;
  readonly whole: string | null;
  readonly decidedAt: Date | null;
};

export type PairCounts = { readonly waiting: number; readonly decided: number };

/**
 * What nobody has to settle is left out: both sides stand, by other verdicts, for one software. Two sides of one pair already
 * settled by a chain of others would be a question without an answer that changes anything.
 */
const WAITING = sql`p.verdict is null and coalesce(sa.merged_into, sa.slug) <> coalesce(sb.merged_into, sb.slug)`;
const SIDES = sql`software_pair p join software sa on sa.slug = p.slug_a join software sb on sb.slug = p.slug_b`;

export async function pairCounts(reader: Database): Promise<PairCounts> {
  const { rows } = await sql<PairCounts>`
    select count(*) filter (where ${WAITING})::int as waiting, count(*) filter (where p.verdict is not null)::int as decided from ${SIDES}`.execute(
    reader,
  );
  return rows[0] ?? { waiting: 0, decided: 0 };
}

const side = (alias: string) => sql`
  jsonb_build_object('slug', ${sql.ref(alias)}.slug, 'name', ${sql.ref(alias)}.name, 'free', ${sql.ref(alias)}.free, 'licence', ${sql.ref(alias)}.licence,
    'descriptionFr', ${sql.ref(alias)}.description_fr, 'descriptionEn', ${sql.ref(alias)}.description_en, 'publisher', ${sql.ref(alias)}.publisher,
    'website', ${sql.ref(alias)}.website, 'repository', ${sql.ref(alias)}.repository,
    'sources', coalesce((select jsonb_agg(distinct c.name) from source_statement t join catalogue_source c on c.id = t.source_id
                          where t.slug = ${sql.ref(alias)}.slug), '[]'))`;

/** Those that wait, the oldest doubt first; or those decided, the latest first. */
export async function pairsOf(
  reader: Database,
  { decided, limit, offset }: { readonly decided: boolean; readonly limit: number; readonly offset: number },
): Promise<readonly SoftwarePair[]> {
  const chosen = decided ? sql`p.verdict is not null` : WAITING;
  const order = decided ? sql`p.decided_at desc, p.slug_a, p.slug_b` : sql`p.found_at, p.slug_a, p.slug_b`;
  const { rows } = await sql<SoftwarePair>`
    select ${side("sa")} as a, ${side("sb")} as b, p.reason, p.verdict, p.whole, p.decided_at
      from ${SIDES} where ${chosen} order by ${order} limit ${limit} offset ${offset}`.execute(reader);
  return rows;
}

export type PairVerdict = { readonly verdict: Verdict | null; readonly whole: string | null };

export async function verdictOf(trx: Database, a: string, b: string): Promise<PairVerdict | undefined> {
  const { rows } =
    await sql<PairVerdict>`select verdict, whole from software_pair where slug_a = ${a} and slug_b = ${b} for update`.execute(trx);
  return rows[0];
}

export async function setVerdict(
  trx: Database,
  pair: { readonly a: string; readonly b: string },
  { verdict, whole, by, at }: PairVerdict & { readonly by: string; readonly at: Date },
): Promise<void> {
  const [decidedAt, decidedBy] = verdict === null ? [null, null] : [at, by];
  await sql`
    update software_pair set verdict = ${verdict}, whole = ${whole}, decided_at = ${decidedAt}::timestamptz, decided_by = ${decidedBy}
     where slug_a = ${pair.a} and slug_b = ${pair.b}`.execute(trx);
}
