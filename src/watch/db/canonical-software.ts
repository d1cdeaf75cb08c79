import { sql } from "kysely";
import { isSlug } from "#src/kernel/slug.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type WatchedSoftware = {
  readonly slug: string;
  readonly name: string;
  readonly free: boolean | null;
  readonly licence: string | null;
  readonly endoflife: string | null;
};

/** The software of this name in addresses, or the one it was found to be the same as; undefined when it is unknown. Takes any text. */
export async function canonicalSoftware(reader: AuthorityTransaction, slug: string): Promise<WatchedSoftware | undefined> {
  if (!isSlug(slug)) return undefined;
  const { rows } = await sql<WatchedSoftware>`
    select k.slug, k.name, k.free, k.licence, k.endoflife
      from software s join software k on k.slug = coalesce(s.merged_into, s.slug) where s.slug = ${slug}`.execute(reader);
  return rows[0];
}
