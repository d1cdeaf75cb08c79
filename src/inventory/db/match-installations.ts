import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { foldedName } from "../domain/folded-name.ts";
import { type InstallationMatch, wordsOf } from "../domain/match.ts";
import { departmentNames, freeOf } from "./columns.ts";

export type MatchQuery = {
  /** What was typed, whole: a title, a sentence, a paragraph. */
  readonly words: string;
  /** Software that the catalogue finds for the same words. */
  readonly softwareSlugs?: readonly string[];
  readonly limit: number;
};

type Row = Omit<InstallationMatch, "why"> & { readonly words: readonly string[]; readonly likeName: boolean; readonly software: boolean };

/** From this strict word similarity on (0 to 1; the default of pg_trgm), a name is taken for a mistyping of another. */
const LIKE = 0.5;
/** Mistyped names are looked for at the beginning alone: likeness costs by the letter, and words well typed are found anywhere. */
const LETTERS_LOOKED_AT = 80;
/** In a need of more meaningful words than this, one word found in a purpose, and none in the name, is chance. */
const FEW_WORDS = 3;

/** What is planned, tried, in service or about to be left, and may answer a need: likest names first, then best covered. */
export async function matchInstallations(reader: AuthorityTransaction, query: MatchQuery): Promise<readonly InstallationMatch[]> {
  const words = wordsOf(query.words);
  const start = words.join(" ").slice(0, LETTERS_LOOKED_AT);
  const { rows } = await sql<Row>`
    with stem as (
      select distinct on (lexeme) lexeme, word from unnest(${[...words]}::text[]) word, unnest(to_tsvector('beffroi', word)) order by lexeme, word),
    need as materialized (
      select array_agg(lexeme) as stems, folded(${start}) as start,
             string_agg(quote_literal(lexeme), ' | ')::tsquery as any_stem, string_agg(quote_literal(lexeme) || ':A', ' | ')::tsquery as any_in_name
        from stem),
    found as materialized (
      select i.authority_id, i.id, i.name, i.name_key, i.software_slug, i.free, i.state, i.purpose, i.users, i.search, n.stems, n.any_in_name,
             coalesce(i.software_slug = any(${[...(query.softwareSlugs ?? [])]}::text[]), false) as software,
             coalesce(i.search @@ n.any_stem, false) as worded,
             case when not i.name_key ~ ${sameBeginning(start)} then 0
                  when length(i.name_key) <= length(n.start) then strict_word_similarity(i.name_key, n.start)
                  else strict_word_similarity(n.start, i.name_key) end as likeness
        from installation i cross join need n where i.authority_id = ${reader.authorityId} and i.state <> 'retired'),
    judged as (
      select f.*, case when f.worded then cardinality(array(select unnest(f.stems) intersect select unnest(tsvector_to_array(f.search)))) else 0 end as covered,
             f.worded and f.search @@ f.any_in_name as named
        from found f where f.worded or f.software or f.likeness >= ${LIKE}),
    best as (
      select * from judged
       where named or software or likeness >= ${LIKE} or covered >= case when cardinality(stems) <= ${FEW_WORDS} then 1 else 2 end
       order by likeness >= ${LIKE} desc, covered + named::int + software::int * 2 desc, likeness desc, name_key, id
       limit ${query.limit})
    select b.id, b.name, b.state, b.purpose, b.users, ${freeOf("b")} as free, ${departmentNames("b")} as departments,
           array(select word from stem where lexeme = any(tsvector_to_array(b.search)) order by word) as words,
           b.likeness >= ${LIKE} as like_name, b.software
      from best b left join software s on s.slug = b.software_slug
     order by b.likeness >= ${LIKE} desc, b.covered + b.named::int + b.software::int * 2 desc, b.likeness desc, b.name_key, b.id`.execute(
    reader,
  );
  return rows.map(({ words: found, likeName, software, ...match }) => ({ ...match, why: { words: found, likeName, software } }));
}

/** Whoever mistypes a name seldom mistypes its first two letters: the regular expression spares most of the comparisons, which are slow. */
function sameBeginning(text: string): string {
  const beginnings = new Set(foldedName(text).match(/(?<![a-z0-9])[a-z0-9]{2}(?=[a-z0-9]{2})/g));
  return beginnings.size === 0 ? "^$" : `\\m(${[...beginnings].join("|")})`;
}
