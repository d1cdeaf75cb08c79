import { sql } from "kysely";
import type { Database } from "#src/platform/db/database.ts";

export type NamedCategory = { readonly id: string; readonly label: { readonly fr: string; readonly en: string } };

/** The whole vocabulary, by its French words. */
export async function allCategories(reader: Database): Promise<readonly NamedCategory[]> {
  const { rows } = await sql<NamedCategory>`
    select id, jsonb_build_object('fr', label_fr, 'en', label_en) as label from software_category order by label_fr`.execute(reader);
  return rows;
}
