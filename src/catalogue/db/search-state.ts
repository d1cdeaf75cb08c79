import { type RawBuilder, sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { ReadBeside } from "#src/platform/db/read-beside.ts";
import { together } from "#src/platform/db/together.ts";

/** Where the words by which software is found stand, as the reader's transaction sees it. */
export type CatalogueState = {
  /** Tells one catalogue from another. */
  readonly catalogue: string;
  readonly generation: number;
  readonly wholeAt: number;
  /** The reader's transaction has written: what it sees may never be committed. */
  readonly writes: boolean;
};
export type SearchState = CatalogueState & {
  /** Of each text asked, its words and their stems. */
  readonly read: readonly (readonly ReadText[])[];
};
export type ReadText = { readonly written: string; readonly word: string };

/** The columns of `CatalogueState`, of the table `search_state` aliased `st`. */
export const CATALOGUE_STATE: RawBuilder<unknown> = sql`st.instance || '/' || current_database() as catalogue, st.generation, st.whole_at,
  pg_current_xact_id_if_assigned() is not null as writes`;

/** The same, seen with who asks for a page. */
export const CATALOGUE_SEEN: ReadBeside<CatalogueState> = {
  name: "catalogue",
  value: sql`(select json_build_object('catalogue', st.instance || '/' || current_database(), 'generation', st.generation,
                                       'wholeAt', st.whole_at, 'writes', false) from search_state st)`,
};

/** Of words as they were typed. What a search asks before it ranks, when this process does not know its words. */
export const searchState = together(async (reader, questions: readonly (readonly string[])[]): Promise<readonly SearchState[]> => {
  const texts = [...new Set(questions.flat())];
  const state = await stateAndWords(reader, texts);
  const read = new Map(texts.map((text, at) => [text, state.read[at] ?? []]));
  return questions.map((asked) => ({ ...state, read: asked.map((text) => read.get(text) ?? []) }));
});

async function stateAndWords(reader: Database, texts: readonly string[]): Promise<SearchState> {
  type Row = Omit<SearchState, "read"> & { readonly read: readonly (readonly [number, string, string])[] };
  const { rows } = await sql<Row>`
    select ${CATALOGUE_STATE},
           (select coalesce(json_agg(json_build_array(asked.at, w.written, w.word)), '[]')
              from unnest(${[...texts]}::text[]) with ordinality as asked (typed, at) cross join lateral catalogue_words(asked.typed) w) as read
      from search_state st`.execute(reader);
  const row = rows[0];
  if (row === undefined) throw new Error("The table search_state is empty");
  const byText = Map.groupBy(row.read, ([at]) => at);
  const read = texts.map((_, index) => (byText.get(index + 1) ?? []).map(([, written, word]): ReadText => ({ written, word })));
  return { ...row, read };
}

/** The software that changed since a generation; undefined when they are more than `most`. */
export async function changedSince(reader: Database, generation: number, most: number): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ slug: string }>`
    select slug from search_change where generation > ${generation} limit ${most + 1}`.execute(reader);
  return rows.length > most ? undefined : rows.map(({ slug }) => slug);
}

/** Says to all processes that the words of these software, or of all, are not those that they know. In the transaction that changes them. */
export async function raiseGeneration(trx: Database, slugs: readonly string[] | undefined): Promise<void> {
  const whole = slugs === undefined;
  const { rows } = await sql<{ generation: number }>`
    update search_state set generation = generation + 1, whole_at = case when ${whole} then generation + 1 else whole_at end
    returning generation`.execute(trx);
  if (whole) await sql`delete from search_change`.execute(trx);
  else
    await sql`
      insert into search_change (slug, generation) select distinct unnest(${[...slugs]}::text[]), ${rows[0]?.generation ?? 0}::bigint
      on conflict (slug) do update set generation = excluded.generation`.execute(trx);
}
