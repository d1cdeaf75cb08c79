import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** For each of these software that the authority runs, or is about to: its first installation by name that is not retired. */
export async function inUseOfSoftware(reader: AuthorityTransaction, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map();
  const { rows } = await sql<{ slug: string; id: string }>`
    select distinct on (i.software_slug) i.software_slug as slug, i.id from installation i
     where i.authority_id = ${reader.authorityId} and i.software_slug = any(${[...slugs]}::text[]) and i.state <> 'retired'
     order by i.software_slug, i.name_key, i.id`.execute(reader);
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}
