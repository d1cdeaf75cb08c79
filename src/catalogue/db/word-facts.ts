import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { QueryWord } from "../domain/query.ts";
import type { WordFacts } from "../domain/readings.ts";

/** What the catalogue knows of each word of a query, and how many software it has: the first of the two questions that a search asks. */
export async function factsOfWords(
  reader: Database,
  words: readonly QueryWord[],
): Promise<{ readonly facts: readonly WordFacts[]; readonly catalogueSize: number }> {
  const { rows } = await sql<WordFacts & { readonly catalogueSize: number }>`
    with met as materialized (
      select q.at, q.span, q.typed, w.written, w.word, exists (select from ignored_word i where i.written = w.written) as ignored, known.software, known.named
        from unnest(${words.map(({ at }) => at)}::int[], ${words.map(({ span }) => span)}::int[], ${words.map(({ typed }) => typed)}::text[]) as q (at, span, typed)
       cross join lateral catalogue_words(q.typed) w
       cross join lateral (
          select coalesce(sum(c.software), 0)::int as software, coalesce(bool_or(c.named and c.written = w.written), false) as named
            from catalogue_word c where c.word = w.word and (q.span = 1 or c.written = w.written)) known)
    select m.*, coalesce(lookalike.words, '[]') as lookalikes, coalesce(longer.words, '[]') as longer,
           (select greatest(reltuples, 1)::int from pg_class where oid = 'software'::regclass) as catalogue_size
      from met m
      left join lateral (
        select jsonb_agg(near) as words from lookalikes_of(m.written) near
         where m.software = 0 and not m.ignored
           -- Two words are taken for one misspelt only where one of them is unknown.
           and (m.span = 1 or exists (select from met u where u.span = 1 and u.software = 0 and u.at in (m.at, m.at + 1)))) lookalike on true
      left join lateral (
        select jsonb_agg(near) as words
          from (select c.written, c.word, c.software from catalogue_word c
                 where m.span = 1 and length(m.written) >= 3 and not m.ignored and c.word <> m.word
                   and c.written collate "C" >= m.written collate "C" and c.written collate "C" < (m.written || U&'\\FFFF') collate "C"
                 order by c.software desc, length(c.written), c.written limit 8) near) longer on true`.execute(reader);
  return { facts: rows, catalogueSize: rows[0]?.catalogueSize ?? 1 };
}
