import { sql } from "kysely";
import type { PersonId } from "#src/kernel/ids.ts";
import { foldedText } from "#src/platform/db/folded-text.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export type MemberName = { readonly id: PersonId; readonly name: string; readonly jobTitle: string | null };

const MOST_MEMBERS = 2_000;

/** Those who work for the authority, by name. */
export async function membersByName(reader: AuthorityTransaction): Promise<readonly MemberName[]> {
  const { rows } = await sql<MemberName>`
    select person_id as id, name, job_title from membership
     where authority_id = ${reader.authorityId} and left_at is null order by folded(name), person_id limit ${MOST_MEMBERS}`.execute(reader);
  return rows;
}

export async function isMember(reader: AuthorityTransaction, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from membership where authority_id = ${reader.authorityId} and person_id = ${personId} and left_at is null`.execute(reader);
  return rows.length > 0;
}

/** The instance's supplier that bears this name, whatever its capitals and accents; undefined when none does, or several do. */
export async function supplierNamed(reader: AuthorityTransaction, name: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from supplier where withdrawn_at is null and name_key = folded(${name}) limit 2`.execute(reader);
  return rows.length === 1 ? rows[0] : undefined;
}

export type InstallationName = { readonly id: string; readonly name: string };

const MOST_INSTALLATIONS = 5_000;

/** What is not retired, by name: the list of who can do what begins with what must be done. */
export async function installationsByName(reader: AuthorityTransaction, search: string): Promise<readonly InstallationName[]> {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<InstallationName>`
    select id, name from installation
     where authority_id = ${reader.authorityId} and state <> 'retired' and name_key like ${foldedText(like)}
     order by name_key, id limit ${MOST_INSTALLATIONS}`.execute(reader);
  return rows;
}

/** The installation of this id, retired or not. */
export async function installationNamed(reader: AuthorityTransaction, id: string): Promise<InstallationName | undefined> {
  const { rows } = await sql<InstallationName>`
    select id, name from installation where authority_id = ${reader.authorityId} and id = ${id}`.execute(reader);
  return rows[0];
}
