import { type RawBuilder, sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import { raiseGeneration } from "./search-state.ts";

/**
 * Derives anew the words by which software is found: of these software, or of all. In the caller's transaction; `catalogue_words`
 * gives the words of a text with their French stems. Every process follows once it is committed.
 */
export async function refreshWords(trx: Database, slugs?: readonly string[]): Promise<void> {
  const chosen = slugs === undefined ? undefined : sql`any(${[...slugs]}::text[])`;
  const of = (column: RawBuilder<unknown>): RawBuilder<unknown> => (chosen === undefined ? sql`true` : sql`${column} = ${chosen}`);
  await sql`delete from software_word where ${of(sql`slug`)}`.execute(trx);
  await insertWords(trx, of(sql`s.slug`));
  if (chosen === undefined) await findRarest(trx);
  await sql`delete from function_software where ${of(sql`slug`)}`.execute(trx);
  await tieFunctions(trx, of(sql`w.slug`));
  if (chosen === undefined) await sql`analyze software, software_word, function_software`.execute(trx);
  await raiseGeneration(trx, slugs);
}

/** The publisher's name within a software's name is not asked for: « Photoshop » is « Adobe Photoshop » whole. A phrase of two words is also one: « pare-feu ». */
async function insertWords(trx: Database, chosen: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into software_word (slug, word, written, place, phrase, about, size, strength)
    with chosen as materialized (select * from software s where ${chosen} and s.merged_into is null),
    said (slug, place, rank, phrase, about, aside) as (
      select slug, 'name', 1, name, null, coalesce(publisher, '') from chosen
      union select slug, 'name', 1, unnest(aliases), null, coalesce(publisher, '') from chosen
      union select slug, 'term', rank, term, null, '' from chosen cross join lateral unnest(terms) with ordinality as t (term, rank)
      union select slug, 'category', 1, label_fr, id, '' from chosen join software_category on id = any (categories)
      union select slug, 'category', 1, label_en, id, '' from chosen join software_category on id = any (categories)
      union select slug, 'description', 1, description_fr, null, '' from chosen
      union select slug, 'description', 1, description_en, null, '' from chosen
    ),
    searched as (
      select *, phrase as words from said
      union all
      select *, regexp_replace(phrase, '[ -]', '') from said where place <> 'description' and phrase ~ '^[^ -]{2,}[ -][^ -]{2,}$'
    ),
    -- Each text once: labels of categories come back with every software.
    text as materialized (
      select t.words, t.aside, w.written, w.word,
             count(*) filter (where i.written is null and not (t.aside <> '' and exists (select from catalogue_words(t.aside) p where p.word = w.word)))
               over (partition by t.words, t.aside)::int as size
        from (select distinct words, aside from searched) t
       cross join lateral (select distinct on (each.word) each.written, each.word from catalogue_words(t.words) each) w
        left join ignored_word i on i.written = w.written
    )
    select distinct on (slug, place, phrase, word) slug, word, written, place, case when place <> 'description' then phrase end, about, size,
           case place when 'name' then 1 when 'term' then greatest(0.6, 0.92 - 0.008 * rank) when 'category' then 0.5 else 0.4 end
      from searched join text using (words, aside)`.execute(trx);
}

/** Of each phrase of the thesaurus, the word of which the fewest software speak. */
async function findRarest(trx: Database): Promise<void> {
  await sql`
    update function_word f set rarest = r.first from (
      select function_id, phrase, word,
             row_number() over (partition by function_id, phrase order by coalesce(seen.software, 0), word) = 1 as first
        from function_word left join (select word, count(distinct slug) as software from software_word group by word) seen using (word)) r
     where (f.function_id, f.phrase, f.word) = (r.function_id, r.phrase, r.word) and f.rarest is distinct from r.first`.execute(trx);
}

/**
 * What is for what: a software serves a function when one of its business words says it whole (in the function's own words, or in
 * those of a synonym), when its description does, or its name, in the same letters: « Signal » signals nothing.
 */
async function tieFunctions(trx: Database, chosen: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into function_software (function_id, slug, strength)
    select function_id, slug, max(strength) from (
      select f.function_id, w.slug,
             w.strength * case when w.place = 'description' then 1.1 when w.size > f.size then 0.85 else 1.05 end as strength
        from function_word f
        join software_word w on w.word = f.word and w.place in ('term', 'description', 'name') and (w.place <> 'name' or w.written = f.written) and ${chosen}
       where f.rarest and not exists (
         select from function_word other
          where other.function_id = f.function_id and other.phrase = f.phrase and other.word <> f.word
            and not exists (select from software_word its where its.slug = w.slug and its.word = other.word and its.place = w.place
                             and its.phrase is not distinct from w.phrase))
         and (w.place <> 'description' or f.size > 1)) tied
     group by function_id, slug`.execute(trx);
}
