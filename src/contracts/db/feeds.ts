import { sql } from "kysely";
import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type Feed = { readonly id: string; readonly madeAt: Date; readonly readAt: Date | null };

/** The address that this person's calendar has now; undefined when it has none. */
export function feedOf(reader: AuthorityTransaction, personId: PersonId): Promise<Feed | undefined> {
  return reader
    .selectFrom("calendarFeed")
    .select(["id", "madeAt", "readAt"])
    .where("authorityId", "=", reader.authorityId)
    .where("personId", "=", personId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
}

export type NewFeed = { readonly id: string; readonly personId: PersonId; readonly tokenHash: Buffer; readonly at: Date };

export async function insertFeed(trx: AuthorityTransaction, { id, personId, tokenHash, at }: NewFeed): Promise<void> {
  await trx.insertInto("calendarFeed").values({ authorityId: trx.authorityId, id, personId, tokenHash, madeAt: at }).execute();
}

/** The addresses that this made useless: none, or one. */
export async function revokeFeeds(trx: AuthorityTransaction, personId: PersonId, at: Date): Promise<readonly string[]> {
  const revoked = await trx
    .updateTable("calendarFeed")
    .set({ revokedAt: at })
    .where("authorityId", "=", trx.authorityId)
    .where("personId", "=", personId)
    .where("revokedAt", "is", null)
    .returning("id")
    .execute();
  return revoked.map(({ id }) => id);
}

/** Two windows of one person queue here: one address at a time. */
export async function lockFeeds(trx: AuthorityTransaction, personId: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.authorityId} feed ${personId}`}, 13))`.execute(trx);
}

export type OpenFeed = {
  readonly authorityId: AuthorityId;
  readonly authorityName: string;
  readonly id: string;
  readonly readAt: Date | null;
  readonly roles: readonly string[];
};

/** Whose calendar a secret opens. Nobody's once it was revoked, or once its person left. Asked of the whole database: it has no session. */
export async function feedByHash(db: Database, tokenHash: Buffer): Promise<OpenFeed | undefined> {
  const { rows } = await sql<OpenFeed>`
    select f.authority_id, a.name as authority_name, f.id, f.read_at, m.roles
      from calendar_feed f join authority a on a.id = f.authority_id
      join membership m on m.authority_id = f.authority_id and m.person_id = f.person_id
     where f.token_hash = ${tokenHash} and f.revoked_at is null and m.left_at is null`.execute(db);
  return rows[0];
}

export async function markRead(db: Database, { authorityId, id }: Pick<OpenFeed, "authorityId" | "id">, at: Date): Promise<void> {
  await db.updateTable("calendarFeed").set({ readAt: at }).where("authorityId", "=", authorityId).where("id", "=", id).execute();
}
