import { sql } from "kysely";
import type { Reading } from "./package-choices.ts";

export type LikelySoftware = { readonly key: string; readonly slug: string; readonly name: string };

const EACH = 2;
/** Below, a likeness of letters is chance. */
const ALIKE = 0.55;
const WORD = /[\p{L}\p{N}+#]+/gu;
/** In words, of a software's name. */
const LONGEST_NAME = 4;
/** In characters: shorter names are words of everything. */
const SHORTEST_NAME = 3;
const MOST_WORDS = 12;

/**
 * For each package, the software of the catalogue that a person would try first: those whose name is most like its own, and those whose
 * name is among its words. One query for all, which reads an index of the names for each.
 */
export async function likelySoftware(reader: Reading, keys: readonly string[]): Promise<ReadonlyMap<string, readonly LikelySoftware[]>> {
  if (keys.length === 0) return new Map();
  const within = keys.flatMap((key) => runsOfWords(key).map((run) => ({ key, run })));
  const { rows } = await sql<LikelySoftware>`
    with found as (
      select k.key, s.slug, s.name, similarity(folded(s.name), k.key) as alike
        from unnest(${[...keys]}::text[]) k(key) join software s on folded(s.name) % k.key
       where s.merged_into is null and length(s.name) >= ${SHORTEST_NAME}
      union all
      select r.key, s.slug, s.name, 1
        from unnest(${within.map(({ key }) => key)}::text[], ${within.map(({ run }) => run)}::text[]) r(key, run)
        join software s on folded(s.name) = r.run
       where s.merged_into is null),
    placed as (
      select key, slug, name, max(alike) as alike, row_number() over (partition by key order by max(alike) desc, length(name) desc, slug) as place
        from found where alike >= ${ALIKE} group by key, slug, name)
    select key, slug, name from placed where place <= ${EACH} order by alike desc, length(name) desc, slug`.execute(reader);
  return Map.groupBy(rows, ({ key }) => key);
}

/** « libreoffice writer 7.3 » → « libreoffice », « libreoffice writer », « writer »… as they are written there. */
function runsOfWords(key: string): readonly string[] {
  const words = [...key.matchAll(WORD)].slice(0, MOST_WORDS).map((word) => ({ from: word.index, to: word.index + word[0].length }));
  const runs = words.flatMap(({ from }, first) => words.slice(first, first + LONGEST_NAME).map(({ to }) => key.slice(from, to)));
  return [...new Set(runs)].filter((run) => run.length >= SHORTEST_NAME);
}
