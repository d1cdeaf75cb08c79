import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";
import type { BothLanguages } from "../domain/software.ts";

export type CountedFunction = {
  readonly id: number;
  readonly family: string;
  readonly label: BothLanguages;
  /** Software that surely serves it, free ones alone. */
  readonly free: number;
};

/** From which strength a software is counted among those of a function: it says the function in its own business words. */
const SURELY = 0.55;

/** Every function of the thesaurus that some free software serves, by family. */
export async function countedFunctions(reader: Database): Promise<readonly CountedFunction[]> {
  const { rows } = await sql<{ id: number; family: string; labelFr: string; labelEn: string; free: number }>`
    select f.id, f.family, f.label_fr, f.label_en, count(s.slug)::int as free
      from software_function f
      join function_software t on t.function_id = f.id and t.strength >= ${SURELY}::real
      join software s on s.slug = t.slug and s.free and s.merged_into is null
     group by f.id, f.family, f.label_fr, f.label_en order by f.family, f.label_fr`.execute(reader);
  return rows.map(({ labelFr, labelEn, ...row }) => ({ ...row, label: { fr: labelFr, en: labelEn } }));
}
