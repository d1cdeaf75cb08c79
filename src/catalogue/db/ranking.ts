import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { Asked } from "../domain/readings.ts";
import type { Hit } from "../domain/reasons.ts";
import type { SearchInput } from "../domain/search.ts";
import { SOFTWARE_COLUMNS, type SoftwareRow } from "./row.ts";

export type Ranked = SoftwareRow & { readonly score: number; readonly total: number; readonly hits: readonly Hit[] };

/** How much of the score comes from each word by itself, and from a phrase met whole. */
const WORDS = 0.6;
const PHRASE = 0.4;
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

/**
 * Each word of the query counts by its rarity and by the best place where it is met; a phrase (name, business word) met whole counts
 * more. A proprietary product that is named lends its place to the free software that can replace it, or, where none is known to,
 * something of it to free software of the same use. Scores go from 0 to 1.
 */
export async function ranked(
  reader: Database,
  { free, category, limit, offset }: SearchInput,
  asked: readonly Asked[],
): Promise<readonly Ranked[]> {
  const readings = asked.flatMap(({ readings: all, weight, at }, index) => all.map((reading) => ({ ...reading, index, at, weight })));
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  const column = <T>(of: (reading: (typeof readings)[number]) => T): T[] => readings.map(of);
  const { rows } = await sql<Ranked>`
    with asked as (
      select * from unnest(${column(({ index }) => index)}::int[], ${column(({ at }) => at)}::int[], ${column(({ word }) => word)}::text[],
                           ${column(({ written }) => written)}::text[], ${column(({ likeness }) => likeness)}::float8[],
                           ${column(({ weight }) => weight / whole)}::float8[]) as a (asked, at, word, written, likeness, weight)),
    met as materialized (
      select a.asked, a.at, a.word, a.weight, w.slug, w.place, w.phrase, w.about, greatest(w.size, 1) as size,
             a.likeness * case when w.written = a.written then 1 when w.place = 'name' then ${STEM_OF_NAME}::float8 else ${STEM}::float8 end as likeness,
             case w.place when 'name' then 1 when 'term' then 0.92 - 0.008 * w.rank when 'category' then 0.65 else 0.4 end as strength
        from asked a join software_word w using (word)),
    named as materialized (
      select m.slug, m.phrase from met m join software s using (slug)
       where m.place = 'name' and not s.free and m.likeness > ${NAMED}::float8 group by m.slug, m.phrase, m.size having count(distinct m.word) >= m.size),
    replacing as materialized (${replacing}),
    hit as materialized (
      select asked, at, word, weight, slug, place, phrase, about, size, likeness, strength from met
      union all
      select m.asked, m.at, m.word, m.weight, r.slug, r.place, m.phrase, m.slug, m.size, m.likeness, r.strength
        from replacing r join met m on m.place = 'name' and (m.slug, m.phrase) = (r.product, r.phrase)),
    word_part as (
      select slug, asked, max(weight * likeness * strength) * (1 + ${ELSEWHERE}::float8 * (count(distinct place) - 1)) as part from hit group by slug, asked),
    phrase_part as (
      select slug, sum(weight * likeness) * least(1, count(distinct word)::float8 / size)
                   * case when max(at) - min(at) > 2 * size then 0.5 else 1 end * max(strength) as part
        from hit where place <> 'description' group by slug, place, phrase, size),
    scored as (
      select slug, ${WORDS}::float8 * sum(part) + ${PHRASE}::float8 * coalesce((select max(p.part) from phrase_part p where p.slug = w.slug), 0) as score
        from word_part w group by slug),
    shown as (
      select s.*, least(1, r.score + ${PRIOR}::float8 * (least(cardinality(s.replaces), 4) + (s.wikidata is not null)::int + (s.endoflife is not null)::int)) as score,
             case when s.free then max(r.score) filter (where s.free) over () else max(r.score) over () end as best
        from scored r join software s using (slug)
       where (${free ?? null}::boolean is null or s.free = ${free ?? null}) and (${category ?? null}::text is null or ${category ?? null} = any (s.categories)))
    select ${SOFTWARE_COLUMNS}, round(s.score::numeric, 3)::float8 as score, count(*) over ()::int as total,
           (select jsonb_agg(jsonb_build_object('asked', h.asked, 'word', h.word, 'place', h.place, 'phrase', h.phrase, 'about', h.about, 'size', h.size,
                     'label', case when c.id is not null then jsonb_build_object('fr', c.label_fr, 'en', c.label_en) end))
              from hit h left join software_category c on h.place = 'category' and c.id = h.about where h.slug = s.slug) as hits
      from shown s where s.score >= greatest(${LEAST}::float8, ${WORTH_SHOWING}::float8 * s.best)
     order by s.free desc, s.score desc, lower(s.name), s.slug limit ${limit} offset ${offset ?? 0}`.execute(reader);
  return rows;
}

/** Free software that answers for a product that was named: nearest in use first, by the business words and categories they share. */
const replacing = sql`
  with use as materialized (
    select distinct n.slug as product, n.phrase, w.word from named n join software_word w on w.slug = n.slug and w.place in ('term', 'category')),
  declared as materialized (select n.slug as product, n.phrase, f.slug from named n join software f on f.replaces @> array[n.slug]),
  kin as (
    select u.product, u.phrase, theirs.slug, count(distinct u.word)::float8 / (select count(*) from use each where (each.product, each.phrase) = (u.product, u.phrase)) as near
      from use u join software_word theirs on theirs.word = u.word and theirs.place in ('term', 'category') join software f on f.slug = theirs.slug and f.free
     where not exists (select from declared d where d.product = u.product)
     group by u.product, u.phrase, theirs.slug)
  select d.product, d.phrase, d.slug, 'replaces' as place,
         0.85 + 0.12 * (select count(distinct u.word)::float8 / greatest(1, (select count(*) from use each where (each.product, each.phrase) = (d.product, d.phrase)))
                          from use u join software_word w on w.slug = d.slug and w.word = u.word and w.place in ('term', 'category')
                         where (u.product, u.phrase) = (d.product, d.phrase)) as strength
    from declared d
  union all
  select product, phrase, slug, 'same-use', 0.8 * near from kin where near >= 0.25`;
