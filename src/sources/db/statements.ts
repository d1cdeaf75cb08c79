import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Identity } from "../domain/identities.ts";
import type { Known } from "../domain/resolve.ts";
import type { StatedRecord, Statement } from "../domain/statement.ts";

/** What a source said last under a key. */
export type KnownStatement = { readonly key: string; readonly slug: string; readonly fingerprint: string };

export async function statementsByKey(trx: Database, sourceId: string, keys: readonly string[]): Promise<readonly KnownStatement[]> {
  return trx
    .selectFrom("sourceStatement")
    .select(["key", "slug", "fingerprint"])
    .where("sourceId", "=", sourceId)
    .where(sql<boolean>`key = any(${[...keys]}::text[])`)
    .execute();
}

/** Of one identity, no more are looked at. A file of ten thousand records under one name would else be compared pair by pair. */
export const MOST_CLAIMANTS = 50;

/** The software that claim one of these identities, as they stand once people have said which are the same. */
export async function softwareOfIdentities(
  trx: Database,
  identities: readonly Identity[],
): Promise<readonly (Known & { readonly sourceId: string; readonly key: string })[]> {
  const { rows } = await sql<Known & { sourceId: string; key: string }>`
    select i.kind, i.value, coalesce(s.merged_into, i.slug) as slug, i.source_id, i.key
      from (select distinct kind, value from unnest(${identities.map(({ kind }) => kind)}::text[], ${identities.map(({ value }) => value)}::text[]) as a (kind, value)) asked
     cross join lateral (select * from software_identity c where c.kind = asked.kind and c.value = asked.value
                          order by c.source_id, c.key limit ${MOST_CLAIMANTS}) i
      left join software s on s.slug = i.slug`.execute(trx);
  return rows;
}

export type NewStatement = {
  readonly key: string;
  readonly slug: string;
  readonly record: StatedRecord;
  readonly fingerprint: string;
  readonly identities: readonly Identity[];
};

/** Adds what a source says, or puts it in the place of what it said before, with the identities that it gives. */
export async function putStatements(trx: Database, sourceId: string, statements: readonly NewStatement[], at: Date): Promise<void> {
  if (statements.length === 0) return;
  const rows = statements.map(({ key, slug, record, fingerprint }) => ({ key, slug, record, fingerprint }));
  await sql`
    insert into source_statement (source_id, key, slug, record, fingerprint, said_at, seen_at)
    select ${sourceId}, key, slug, record, fingerprint, ${at}, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said (key text, slug text, record jsonb, fingerprint text)
    on conflict (source_id, key) do update set
      slug = excluded.slug, record = excluded.record, fingerprint = excluded.fingerprint, said_at = excluded.said_at, seen_at = excluded.seen_at`.execute(
    trx,
  );
  const keys = statements.map(({ key }) => key);
  await sql`delete from software_identity where source_id = ${sourceId} and key = any(${keys}::text[])`.execute(trx);
  const claims = statements.flatMap(({ key, slug, identities }) => identities.map(({ kind, value }) => ({ kind, value, key, slug })));
  await sql`
    insert into software_identity (kind, value, source_id, key, slug)
    select kind, value, ${sourceId}, key, slug
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as claim (kind text, value text, key text, slug text)`.execute(trx);
}

/** The source still says the same. */
export async function confirmStatements(trx: Database, sourceId: string, keys: readonly string[], at: Date): Promise<void> {
  await sql`update source_statement set seen_at = ${at} where source_id = ${sourceId} and key = any(${[...keys]}::text[])`.execute(trx);
}

/** Everything said of these software, and of those that people said are the same. `slug`: the software that stands for them all. */
export async function statementsOf(reader: Database, slugs: readonly string[]): Promise<readonly Statement[]> {
  const { rows } = await sql<Statement>`
    select t.source_id, c.format, t.key, coalesce(s.merged_into, t.slug) as slug, t.record, t.said_at
      from source_statement t
      join catalogue_source c on c.id = t.source_id
      left join software s on s.slug = t.slug
     where coalesce(s.merged_into, t.slug) in (
       select coalesce(asked.merged_into, named.slug) from unnest(${[...slugs]}::text[]) as named (slug) left join software asked on asked.slug = named.slug)`.execute(
    reader,
  );
  return rows;
}

/** Of these addresses of software, and of the same followed by a number, those that are taken; « orphan »: nobody speaks of it any more. */
export async function takenSlugs(trx: Database, bases: readonly string[]): Promise<ReadonlyMap<string, "orphan" | "spoken-of">> {
  const { rows } = await sql<{ slug: string; orphan: boolean }>`
    select s.slug, not exists (select from source_statement t where t.slug = s.slug) as orphan from software s where slug = any(${[...bases]}::text[]) or regexp_replace(slug, '-\\d+$', '') = any(${[...bases]}::text[])`.execute(
    trx,
  );
  return new Map(rows.map(({ slug, orphan }) => [slug, orphan ? "orphan" : "spoken-of"]));
}
