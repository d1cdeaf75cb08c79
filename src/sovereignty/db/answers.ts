import { sql } from "kysely";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Given, Question } from "../domain/grid.ts";

/** What somebody answered, in the place of what the facts say. */
export type StoredAnswer = {
  readonly installationId: InstallationId;
  readonly question: Question;
  readonly answer: Given;
  readonly reason: string;
  readonly byName: string | null;
  readonly saidAt: Date;
  readonly version: number;
};

const MOST_ANSWERS = 30_000;

/** Of these installations, or of all. */
export async function answersOf(reader: AuthorityTransaction, installationIds?: readonly string[]): Promise<readonly StoredAnswer[]> {
  const which = installationIds === undefined ? sql`true` : sql`a.installation_id = any(${[...installationIds]}::uuid[])`;
  const { rows } = await sql<StoredAnswer>`
    select a.installation_id, a.question, a.answer, a.reason, m.name as by_name, a.said_at, a.version
      from sovereignty_answer a left join membership m on m.authority_id = a.authority_id and m.person_id = a.said_by
     where a.authority_id = ${reader.authorityId} and ${which}
     order by a.installation_id, a.question limit ${MOST_ANSWERS}`.execute(reader);
  return rows;
}

/** Locks the installation, so that two answers to one question come one after the other. False: there is no such installation. */
export async function lockInstallation(trx: AuthorityTransaction, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from installation where authority_id = ${trx.authorityId} and id = ${id} for update`.execute(trx);
  return rows.length === 1;
}

export type NewAnswer = {
  readonly installationId: string;
  readonly question: Question;
  readonly answer: Given;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

export async function putAnswer(trx: AuthorityTransaction, { installationId, question, answer, reason, by, at }: NewAnswer): Promise<void> {
  await sql`
    insert into sovereignty_answer (authority_id, installation_id, question, answer, reason, said_by, said_at)
    values (${trx.authorityId}, ${installationId}, ${question}, ${answer}, ${reason}, ${by}, ${at})
    on conflict (authority_id, installation_id, question) do update set
      answer = excluded.answer, reason = excluded.reason, said_by = excluded.said_by, said_at = excluded.said_at,
      version = sovereignty_answer.version + 1`.execute(trx);
}

/** False when there was none. */
export async function removeAnswer(trx: AuthorityTransaction, installationId: string, question: Question): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("sovereigntyAnswer")
    .where("authorityId", "=", trx.authorityId)
    .where("installationId", "=", installationId)
    .where("question", "=", question)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Names of the suppliers that serve each of these software, or one that people said is the same; a dozen at most for each. */
export async function suppliersBySoftware(
  reader: AuthorityTransaction,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<{ slug: string; names: readonly string[] }>`
    select a.slug, (array_agg(distinct s.name order by s.name))[:12] as names
      from software a join software o on coalesce(o.merged_into, o.slug) = coalesce(a.merged_into, a.slug)
      join supplier_software l on l.slug = o.slug join supplier s on s.id = l.supplier_id and s.withdrawn_at is null
     where a.slug = any(${[...new Set(slugs)]}::text[]) group by a.slug`.execute(reader);
  return new Map(rows.map(({ slug, names }) => [slug, names]));
}
