import { isSlug } from "#src/kernel/slug.ts";
import type { Database } from "#src/platform/db/database.ts";

/** The software that stands for this one, where people said that they are the same. Takes any text. */
export async function standingFor(reader: Database, slug: string): Promise<string | undefined> {
  if (!isSlug(slug)) return undefined;
  const row = await reader.selectFrom("software").select("mergedInto").where("slug", "=", slug).executeTakeFirst();
  return row?.mergedInto ?? undefined;
}
