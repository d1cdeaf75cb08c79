import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
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
/** In a need of more meaningful words than this, one word found in a purpose, and none in the name, is chance. */
const FEW_WORDS = 3;

/** What is planned, tried, in service or about to be left, and may answer a need: likest names first, then best covered. */
export async function matchInstallations(reader: AuthorityTransaction, query: MatchQuery): Promise<readonly InstallationMatch[]> {
  const words = wordsOf(query.words);
  const typed = words.join(" ");
  const { rows } = await sql<Row>`
    with stem as (
      select distinct on (lexeme) lexeme, word from unnest(${[...words]}::text[]) word, unnest(to_tsvector('beffroi', word)) order by lexeme, word),
    found as (
      select i.*, coalesce(i.software_slug = any(${[...(query.softwareSlugs ?? [])]}::text[]), false) as software,
             array(select word from stem where lexeme = any(tsvector_to_array(i.search)) order by word) as words,
             (select count(*) from stem where lexeme = any(tsvector_to_array(ts_filter(i.search, '{a}')))) as name_words,
             greatest(strict_word_similarity(i.name_key, folded(${typed})), strict_word_similarity(folded(${typed}), i.name_key)) as likeness
        from installation i where i.authority_id = ${reader.authorityId} and i.state <> 'retired')
    select f.id, f.name, f.state, f.purpose, f.users, ${freeOf("f")} as free, ${departmentNames("f")} as departments,
           f.words, f.likeness >= ${LIKE} as like_name, f.software
      from found f left join software s on s.slug = f.software_slug
     where f.name_words > 0 or f.likeness >= ${LIKE} or f.software
        or cardinality(f.words) >= (select case when count(*) <= ${FEW_WORDS} then 1 else 2 end from stem)
     order by (f.likeness >= ${LIKE}) desc, cardinality(f.words) + f.name_words + f.software::int * 2 desc, f.likeness desc, f.name_key, f.id
     limit ${query.limit}`.execute(reader);
  return rows.map(({ words: found, likeName, software, ...match }) => ({ ...match, why: { words: found, likeName, software } }));
}
