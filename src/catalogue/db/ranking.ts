import { type RawBuilder, sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Asked } from "../domain/readings.ts";
import type { Hit } from "../domain/reasons.ts";
import type { SearchInput } from "../domain/search.ts";
import { SOFTWARE_COLUMNS, type SoftwareRow } from "./row.ts";

export type Ranked = SoftwareRow & { readonly score: number; readonly total: number; readonly hits: readonly Hit[] };

/** How much of the score comes from each word by itself, and from a phrase met whole. */
const WORDS = 0.6;
const PHRASE = 0.4;
/** How much of what is still missing from the score a function of the thesaurus, recognised in the query, brings. */
const FUNCTION = 0.7;
/** Met in several places (a business word and the description), a word says a little more. */
const ELSEWHERE = 0.03;
/** Settles between equals: what replaces much and is known elsewhere first. */
const PRIOR = 0.004;
/** A word that shares only its stem with the word typed (« paie », « paiement ») is met this much; a name (« former », « Forms »), that much. */
const STEM = 0.95;
const STEM_OF_NAME = 0.4;
/** Likeness from which a proprietary product counts as named. */
const NAMED = 0.7;
/** Below this share of the best score (of the best free one, for the free), or below this score, a result is noise. */
const WORTH_SHOWING = 0.4;
const LEAST = 0.08;
/** In software: of a word that more speak of than this, the first alone are read, and those that other words bring. */
export const LISTED = 120;
/** As many phrases of the thesaurus hold one word at most: said so that they are read by their index, word by word. */
const MOST_PHRASES = 2_000;
/** Functions that a query may mean, and from which share of the best. */
const MOST_FUNCTIONS = 6;
const WORTH_MEANING = 0.55;
/** A phrase of three words or more of which one is missing is recognised this much. */
const ONE_MISSING = 0.55;

/**
 * Each word of the query counts by its rarity and by the best place where it is met; a phrase (name, business word) met whole counts
 * more; so does a function of the thesaurus, of which the query says a synonym. A proprietary product that is named lends its place
 * to the free software that can replace it, or, where none is known to, something of it to free software of the same use. Scores
 * go from 0 to 1.
 */
export async function ranked(
  reader: Database,
  { free, category, limit, offset }: SearchInput,
  asked: readonly Asked[],
): Promise<readonly Ranked[]> {
  const { rows } = await sql<Ranked>`
    with ${askedWords(asked)}, ${meant}, ${met}, ${replaced},
    hit as materialized (
      select asked, at, word, weight, slug, place, phrase, about, size, likeness, strength from met
      union all
      select m.asked, m.at, m.word, m.weight, r.slug, r.place, m.phrase, m.slug, m.size, m.likeness, r.strength
        from replacing r join met m on m.place = 'name' and (m.slug, m.phrase) = (r.product, r.phrase)),
    word_part as (
      select slug, asked, max(weight * likeness * strength) * (1 + ${ELSEWHERE}::float8 * (count(distinct place) - 1)) as part from hit group by slug, asked),
    phrase_part as (
      select slug, max(part) as part from (
        select slug, sum(weight * likeness) * least(1, count(distinct word)::float8 / size)
                     * case when max(at) - min(at) > 2 * size then 0.5 else 1 end * max(strength) as part
          from hit where place <> 'description' group by slug, place, phrase, size) each group by slug),
    said as (
      select slug, ${WORDS}::float8 * sum(w.part) + ${PHRASE}::float8 * coalesce(max(p.part), 0) as score
        from word_part w left join phrase_part p using (slug) group by slug),
    scored as (
      select slug, least(1, coalesce(w.score, 0)) + (1 - least(1, coalesce(w.score, 0))) * ${FUNCTION}::float8 * coalesce(f.score, 0) as score
        from said w full join served f using (slug)),
    shown as (
      select s.slug, s.free, least(1, r.score + ${PRIOR}::float8 * (least(cardinality(s.replaces), 4) + (s.wikidata is not null)::int + (s.endoflife is not null)::int)) as score,
             case when s.free then max(r.score) filter (where s.free) over () else max(r.score) over () end as best
        from scored r cross join lateral (select * from software its where its.slug = r.slug limit 1) s
       where s.merged_into is null
         and (${free ?? null}::boolean is null or s.free = ${free ?? null}) and (${category ?? null}::text is null or ${category ?? null} = any (s.categories))),
    page as (
      select slug, free, score, count(*) over ()::int as total from shown
       where score >= greatest(${LEAST}::float8, ${WORTH_SHOWING}::float8 * best)
       order by free desc nulls last, score desc, slug limit ${limit} offset ${offset ?? 0})
    select ${SOFTWARE_COLUMNS}, round(p.score::numeric, 3)::float8 as score, p.total, ${reasons} as hits
      from page p join software s using (slug)
     order by p.free desc nulls last, p.score desc, s.slug`.execute(reader);
  return rows;
}

/** `asked`: each reading of each word of the query; `common`: more software speak of it than are listed. */
function askedWords(asked: readonly Asked[]): RawBuilder<unknown> {
  const readings = asked.flatMap(({ readings: all, weight, at }, index) => all.map((reading) => ({ ...reading, index, at, weight })));
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  const column = <T>(of: (reading: (typeof readings)[number]) => T): T[] => readings.map(of);
  return sql`
    asked as materialized (
      select * from unnest(${column(({ index }) => index)}::int[], ${column(({ at }) => at)}::int[], ${column(({ word }) => word)}::text[],
                           ${column(({ written }) => written)}::text[], ${column(({ likeness }) => likeness)}::float8[],
                           ${column(({ weight }) => weight / whole)}::float8[], ${column(({ software }) => software > LISTED)}::boolean[])
               as a (asked, at, word, written, likeness, weight, common))`;
}

/** `meant`: the functions of which the query says the label or a synonym, whole or nearly. `served`: the software that serve them. */
const meant = sql`
    recognised as materialized (
      select function_id, phrase, size, array_agg(distinct asked) as words, count(distinct word) as found,
             sum(best) as weight from (
        select f.function_id, f.phrase, f.size, a.asked, f.word, max(a.weight * a.likeness) as best
          from asked a cross join lateral (select * from function_word its where its.word = a.word limit ${MOST_PHRASES}) f group by f.function_id, f.phrase, f.size, a.asked, f.word) each
       group by function_id, phrase, size having count(distinct word) >= size - (size > 2)::int),
    meaning as materialized (
      select distinct on (function_id) function_id, phrase, words,
             sqrt(least(1, weight)) * case when found >= size then 1 else ${ONE_MISSING}::float8 end as score
        from recognised order by function_id, 4 desc, phrase),
    meant as materialized (
      select * from (select m.*, max(score) over () as best from meaning m) each where score >= ${WORTH_MEANING}::float8 * best
       order by score desc, function_id limit ${MOST_FUNCTIONS}),
    serving as materialized (
      select m.function_id, m.phrase, m.words, f.slug, m.score * f.strength as score
        from meant m cross join lateral (
          select slug, strength from function_software s where s.function_id = m.function_id order by strength desc, slug limit ${LISTED}) f),
    served as (select slug, max(score) as score from serving group by slug)`;

const MET_COLUMNS = sql`a.asked, a.at, a.word, a.weight, w.slug, w.place, w.phrase, w.about, greatest(w.size, 1) as size,
             a.likeness * case when w.written = a.written then 1 when w.place = 'name' then ${STEM_OF_NAME}::float8 else ${STEM}::float8 end as likeness, w.strength`;

/** `met`: where the words of the query stand in what is said of software. */
const met = sql`
    listed as materialized (
      select ${MET_COLUMNS} from asked a
       cross join lateral (select * from software_word its where its.word = a.word order by its.strength desc, its.slug limit ${LISTED} + 1) w),
    candidate as materialized (select slug from listed union select slug from served),
    met as materialized (
      select * from listed
      union
      select ${MET_COLUMNS} from asked a join candidate c on a.common join software_word w on w.slug = c.slug and w.word = a.word)`;

/** `replacing`: free software that answers for a product that was named: nearest in use first, by the business words and categories they share. */
const replaced = sql`
    named as materialized (
      select m.slug, m.phrase from met m join software s using (slug)
       where m.place = 'name' and s.free is false and m.likeness > ${NAMED}::float8 group by m.slug, m.phrase, m.size having count(distinct m.word) >= m.size),
    used_for as materialized (
      select distinct n.slug as product, n.phrase, w.word from named n join software_word w on w.slug = n.slug and w.place in ('term', 'category')),
    declared as materialized (select n.slug as product, n.phrase, f.slug from named n join software f on f.replaces @> array[n.slug]),
    kin as (
      select u.product, u.phrase, theirs.slug, count(distinct u.word)::float8 / (select count(*) from used_for each where (each.product, each.phrase) = (u.product, u.phrase)) as near
        from used_for u
       cross join lateral (select distinct w.slug from software_word w where w.word = u.word and w.place in ('term', 'category') limit ${LISTED}) theirs
        join software f on f.slug = theirs.slug and f.free
       where not exists (select from declared d where d.product = u.product)
       group by u.product, u.phrase, theirs.slug),
    replacing as materialized (
      select d.product, d.phrase, d.slug, 'replaces' as place,
             0.85 + 0.12 * (select count(distinct u.word)::float8 / greatest(1, (select count(*) from used_for each where (each.product, each.phrase) = (d.product, d.phrase)))
                              from used_for u join software_word w on w.slug = d.slug and w.word = u.word and w.place in ('term', 'category')
                             where (u.product, u.phrase) = (d.product, d.phrase)) as strength
        from declared d
      union all
      select product, phrase, slug, 'same-use', 0.8 * near from kin where near >= 0.25)`;

/** Of the software `s`: the words met, and the functions it serves, each with what the query said of it. */
const reasons = sql`
           coalesce((select jsonb_agg(jsonb_build_object('asked', h.asked, 'word', h.word, 'place', h.place, 'phrase', h.phrase, 'about', h.about, 'size', h.size,
                     'label', case when c.id is not null then jsonb_build_object('fr', c.label_fr, 'en', c.label_en) end))
              from hit h left join software_category c on h.place = 'category' and c.id = h.about where h.slug = s.slug), '[]')
           || coalesce((select jsonb_agg(jsonb_build_object('asked', w.asked, 'word', '', 'place', 'function', 'phrase', v.phrase, 'about', v.function_id::text,
                     'size', 1, 'label', jsonb_build_object('fr', f.label_fr, 'en', f.label_en)))
              from (select * from serving each where each.slug = s.slug order by each.score desc, each.function_id limit 1) v
              join software_function f on f.id = v.function_id cross join unnest(v.words) as w (asked)), '[]')`;
