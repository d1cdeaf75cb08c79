import { sql } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { isSlug } from "#src/kernel/slug.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { OwnWords } from "../domain/own-words.ts";
import type { Since } from "../domain/statement.ts";

/** What an authority says of one software, or said and withdrew. */
export type OwnWordsRow = {
  readonly id: string;
  readonly slug: string;
  readonly words: OwnWords;
  readonly since: Since;
  readonly reason: string;
  readonly adds: boolean;
  readonly saidByName: string | null;
  readonly saidAt: Date;
  readonly version: number;
  readonly withdrawnAt: Date | null;
};

type Row = Omit<OwnWordsRow, "words" | "since"> & { readonly words: OwnWords & { readonly since: Since } };

const COLUMNS = sql`w.id, w.slug, w.words, w.reason, w.adds, m.name as said_by_name, w.said_at, w.version, w.withdrawn_at`;
const ROWS = sql`own_words w left join membership m on m.authority_id = w.authority_id and m.person_id = w.said_by`;

const rowOf = ({ words: { since, ...words }, ...row }: Row): OwnWordsRow => ({ ...row, words, since });

/**
 * What an authority says of this software, which stands for itself. Where it spoke of several that people said are one: what it says
 * under this address, else what it said last. Takes any text.
 */
export async function ownWordsOf(reader: Database, authorityId: AuthorityId, slug: string): Promise<OwnWordsRow | undefined> {
  if (!isSlug(slug)) return undefined;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from ${ROWS}
     where w.authority_id = ${authorityId} and (w.slug = ${slug} or w.slug in (select s.slug from software s where s.merged_into = ${slug}))
     order by w.withdrawn_at is not null, w.slug <> ${slug}, w.said_at desc limit 1`.execute(reader);
  return rows.map(rowOf)[0];
}

export async function ownWordsById(reader: Database, authorityId: AuthorityId, id: string): Promise<OwnWordsRow | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${ROWS} where w.authority_id = ${authorityId} and w.id = ${id}`.execute(reader);
  return rows.map(rowOf)[0];
}

export type SaidWords = Pick<OwnWordsRow, "id" | "slug" | "words" | "since" | "reason" | "adds" | "version"> & {
  readonly by: string;
  readonly at: Date;
};

/** Says it for the first time, or in the place of what was said before. */
export async function putOwnWords(trx: Database, authorityId: AuthorityId, said: SaidWords): Promise<void> {
  const { id, slug, words, since, reason, adds, version, by, at } = said;
  await sql`
    insert into own_words (authority_id, id, slug, words, reason, adds, said_by, said_at, version)
    values (${authorityId}, ${id}, ${slug}, ${JSON.stringify({ ...words, since })}::jsonb, ${reason}, ${adds}, ${by}, ${at}, ${version})
    on conflict (authority_id, id) do update set slug = excluded.slug, words = excluded.words, reason = excluded.reason, adds = excluded.adds,
      said_by = excluded.said_by, said_at = excluded.said_at, version = excluded.version, withdrawn_at = null`.execute(trx);
}

export async function markWithdrawn(trx: Database, authorityId: AuthorityId, id: string, at: Date): Promise<void> {
  await sql`update own_words set withdrawn_at = ${at}, version = version + 1 where authority_id = ${authorityId} and id = ${id}`.execute(
    trx,
  );
}

export type Speaker = { readonly name: string; readonly sourceId: string };

/** The authority as a source of the catalogue. */
export async function speakerOf(reader: Database, authorityId: AuthorityId): Promise<Speaker> {
  const { name, slug } = await reader
    .selectFrom("authority")
    .select(["name", "slug"])
    .where("id", "=", authorityId)
    .executeTakeFirstOrThrow();
  const named = `authority-${slug}`;
  // The identifier of a source holds eighty characters.
  return { name, sourceId: named.length <= 80 ? named : `authority-${authorityId}` };
}
