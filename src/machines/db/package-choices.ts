import { sql } from "kysely";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Choice } from "../domain/observed.ts";

export type Reading = AuthorityReader | AuthorityTransaction;

/** Machines of the authority that are listed: neither removed nor replaced by another. */
export const LISTED = sql`m.removed_at is null and m.replaced_by is null`;

/** More than anybody chooses by hand. */
export const MOST_CHOICES = 5_000;

/** What the authority said of packages, the newest first. */
export async function choicesOf(reader: Reading): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`
    select c.name_key as key, c.verdict, c.software_slug as slug, s.name as software_name, c.chosen_by, c.chosen_at
      from package_choice c left join software s on s.slug = c.software_slug
     where c.authority_id = ${reader.authorityId} order by c.chosen_at desc, c.name_key limit ${MOST_CHOICES}`.execute(reader);
  return rows;
}

export async function choiceOf(reader: Reading, key: string): Promise<Choice | undefined> {
  const { rows } = await sql<Choice>`
    select c.name_key as key, c.verdict, c.software_slug as slug, s.name as software_name, c.chosen_by, c.chosen_at
      from package_choice c left join software s on s.slug = c.software_slug
     where c.authority_id = ${reader.authorityId} and c.name_key = ${key}`.execute(reader);
  return rows[0];
}

export type NewChoice = Pick<Choice, "key" | "verdict" | "slug"> & { readonly by: string; readonly at: Date };

export async function putChoice(trx: AuthorityTransaction, { key, verdict, slug, by, at }: NewChoice): Promise<void> {
  const said = { verdict, softwareSlug: slug, chosenBy: by, chosenAt: at };
  await trx
    .insertInto("packageChoice")
    .values({ authorityId: trx.authorityId, nameKey: key, ...said })
    .onConflict((conflict) => conflict.columns(["authorityId", "nameKey"]).doUpdateSet(said))
    .execute();
}

/** False when there was none. */
export async function removeChoice(trx: AuthorityTransaction, key: string): Promise<boolean> {
  const done = await trx
    .deleteFrom("packageChoice")
    .where("authorityId", "=", trx.authorityId)
    .where("nameKey", "=", key)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}
