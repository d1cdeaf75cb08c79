import { sql } from "kysely";
import type { Reading } from "./package-choices.ts";

export type LikelySoftware = { readonly key: string; readonly slug: string; readonly name: string };

const EACH = 2;
/** Below, a likeness of letters is chance. */
const ALIKE = 0.55;

/** For each package, the software of the catalogue whose name is most like its own: what a person would try first. One query for all. */
export async function likelySoftware(reader: Reading, keys: readonly string[]): Promise<ReadonlyMap<string, readonly LikelySoftware[]>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<LikelySoftware>`
    select k.key, s.slug, s.name
      from unnest(${[...keys]}::text[]) k(key)
      cross join lateral (
        select slug, name, greatest(similarity(lower(unaccent(name)), k.key), word_similarity(lower(unaccent(name)), k.key)) as alike, length(name) as long
          from software where merged_into is null and length(name) >= 3
         order by alike desc, long desc, slug limit ${EACH}) s
     where s.alike >= ${ALIKE}
     order by s.alike desc, s.long desc`.execute(reader);
  return Map.groupBy(rows, ({ key }) => key);
}
