import { sql } from "kysely";
import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Database } from "#src/platform/db/database.ts";

/** People belong to the whole instance: read and written as the tables' owner, never inside an authority's transaction. */
export type Account = { readonly id: PersonId; readonly email: string; readonly name: string; readonly language: Language };

export async function findAccount(db: Database, id: PersonId): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select id, email, name, language from auth."user" where id = ${id}`.execute(db);
  return rows[0];
}

export async function findAccountByEmail(db: Database, email: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select id, email, name, language from auth."user" where email = ${email}`.execute(db);
  return rows[0];
}

/** An account that signs in by no password: sessions are made for it. */
export async function insertAccount(db: Database, { id, email, name, language }: Account): Promise<void> {
  await sql`insert into auth."user" (id, name, email, "emailVerified", language) values (${id}, ${name}, ${email}, true, ${language})`.execute(
    db,
  );
}

export async function updateAccount(db: Database, id: PersonId, { name, language }: Pick<Account, "name" | "language">): Promise<void> {
  await sql`update auth."user" set name = ${name}, language = ${language}, "updatedAt" = now() where id = ${id}`.execute(db);
}

export async function rememberAuthority(db: Database, id: PersonId, authorityId: AuthorityId): Promise<void> {
  await sql`update auth."user" set "lastAuthorityId" = ${authorityId} where id = ${id}`.execute(db);
}

export type OwnMembership = {
  readonly authorityId: AuthorityId;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly roles: readonly string[];
};

/** The authorities that one person may act for, by name. */
export async function membershipsOf(db: Database, id: PersonId): Promise<readonly OwnMembership[]> {
  const { rows } = await sql<OwnMembership>`
    select a.id as authority_id, a.name, a.is_demonstration, m.roles from membership m join authority a on a.id = m.authority_id
     where m.person_id = ${id} and m.left_at is null order by a.name, a.id`.execute(db);
  return rows;
}

/** Links to choose a new password that one authority's administrator handed over open nothing once the account serves another authority. */
export async function voidResetLinks(db: Database, id: PersonId): Promise<void> {
  await sql`delete from auth.verification where value = ${id}`.execute(db);
}

export async function updateLanguage(db: Database, id: PersonId, language: Language): Promise<void> {
  await sql`update auth."user" set language = ${language}, "updatedAt" = now() where id = ${id}`.execute(db);
}
