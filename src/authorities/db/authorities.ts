import { sql, type Transaction } from "kysely";
import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { DB } from "#src/platform/db/schema.ts";
import type { AuthoritySettings, PublicAuthority } from "../domain/authority.ts";

const SETTINGS = [
  "id",
  "slug",
  "name",
  "kind",
  "siren",
  "inseeCode",
  "population",
  "isDemonstration",
  "countersignature",
  "targetDays",
  "confirmAfterMonths",
  "publishesDecisions",
  "version",
] as const;
const PUBLIC = ["id", "slug", "name", "kind", "siren", "population", "isDemonstration", "publishesDecisions"] as const;
const MOST_LISTED = 5_000;

export async function settingsOf(trx: AuthorityReader | AuthorityTransaction): Promise<AuthoritySettings> {
  const row = await trx.selectFrom("authority").select(SETTINGS).where("id", "=", trx.authorityId).executeTakeFirstOrThrow();
  return row as unknown as AuthoritySettings;
}

/** Public facts are read as the tables' owner: whoever asks belongs to no authority. */
export async function findBySlug(db: Database, slug: string): Promise<PublicAuthority | undefined> {
  const row = await db.selectFrom("authority").select(PUBLIC).where("slug", "=", slug).executeTakeFirst();
  return row as PublicAuthority | undefined;
}

export async function listPublic(db: Database): Promise<readonly PublicAuthority[]> {
  const rows = await db.selectFrom("authority").select(PUBLIC).orderBy("name").orderBy("id").limit(MOST_LISTED).execute();
  return rows as unknown as readonly PublicAuthority[];
}

export async function someAuthorityExists(db: Database | Transaction<DB>): Promise<boolean> {
  return (await db.selectFrom("authority").select("id").limit(1).executeTakeFirst()) !== undefined;
}

export type SettingsChange = Pick<
  AuthoritySettings,
  "name" | "countersignature" | "targetDays" | "confirmAfterMonths" | "publishesDecisions"
>;

/** False when somebody changed them since `version`. */
export async function updateSettings(trx: AuthorityTransaction, version: number, change: SettingsChange): Promise<boolean> {
  const changed = await trx
    .updateTable("authority")
    .set({ ...change, targetDays: [...change.targetDays], version: version + 1 })
    .where("id", "=", trx.authorityId)
    .where("version", "=", version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export type NewAuthority = Omit<AuthoritySettings, "version"> & { readonly createdAt: Date };

/**
 * Inserts an authority as the tables' owner, under the first free slug, then takes the role of authorities for the rest of the
 * transaction: what follows sees that one authority alone.
 */
export async function enterNewAuthority(trx: Transaction<DB>, authority: NewAuthority): Promise<AuthorityTransaction> {
  // Two authorities of one name at once: the second waits, then sees the slug taken.
  await sql`select pg_advisory_xact_lock(hashtextextended('authority-slug', 2))`.execute(trx);
  const slug = await freeSlug(trx, authority.slug);
  await trx
    .insertInto("authority")
    .values({ ...authority, slug, targetDays: [...authority.targetDays] })
    .execute();
  await sql`select set_config('role', 'beffroi_authority', true), set_config('app.authority_id', ${authority.id}, true)`.execute(trx);
  return Object.assign(trx, { authorityId: authority.id as AuthorityId });
}

async function freeSlug(trx: Transaction<DB>, wanted: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from authority where slug = ${wanted} or slug ~ ${`^${wanted}-[0-9]+$`}`.execute(trx);
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
