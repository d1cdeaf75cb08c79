import { sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** False when it was followed already. */
export async function insertFollow(trx: AuthorityTransaction, personId: string, slug: string, at: Date): Promise<boolean> {
  const result = await trx
    .insertInto("softwareFollow")
    .values({ authorityId: trx.authorityId, personId, slug, followedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Under its own name, or the one it had before it was found to be the same. False when it was not followed. */
export async function deleteFollow(trx: AuthorityTransaction, personId: string, slug: string): Promise<boolean> {
  const result = await sql`
    delete from software_follow f using software s
     where f.authority_id = ${trx.authorityId} and f.person_id = ${personId} and s.slug = f.slug
       and coalesce(s.merged_into, s.slug) = ${slug}`.execute(trx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function isFollowing(reader: AuthorityTransaction, personId: string, slug: string): Promise<boolean> {
  const { rows } = await sql`
    select from software_follow f join software s on s.slug = f.slug
     where f.authority_id = ${reader.authorityId} and f.person_id = ${personId} and coalesce(s.merged_into, s.slug) = ${slug}`.execute(
    reader,
  );
  return rows.length > 0;
}

export type Followed = { readonly slug: string; readonly name: string; readonly free: boolean | null; readonly since: Date };
export type FollowedPage = { readonly rows: readonly Followed[]; readonly total: number };

/** What one person follows, by name. */
export async function followedBy(
  reader: AuthorityTransaction,
  personId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<FollowedPage> {
  const { rows } = await sql<Followed & { total: number }>`
    select k.slug, k.name, k.free, min(f.followed_at) as since, count(*) over ()::int as total
      from software_follow f join software s on s.slug = f.slug join software k on k.slug = coalesce(s.merged_into, s.slug)
     where f.authority_id = ${reader.authorityId} and f.person_id = ${personId}
     group by k.slug order by folded(k.name), k.slug limit ${limit} offset ${offset}`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}
