import { type RawBuilder, sql } from "kysely";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Choice } from "../domain/observed.ts";
import { nameKeyOf } from "../domain/package-choice.ts";

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

/** Packages of which the authority itself said what they are. Null: a part of something. */
export type Overrides = ReadonlyMap<number, string | null>;

/** The packages that the authority's choices speak of, among those that its machines have. Its choices hold for every version. */
export async function overridesOf(reader: Reading): Promise<Overrides> {
  const choices = new Map((await choicesOf(reader)).map(({ key, slug }) => [key, slug]));
  if (choices.size === 0) return new Map();
  const { rows } = await sql<{ id: number; name: string }>`
    select p.id, p.name from package p
     where p.id in (select unnest(m.unmapped || m.counted) from machine m where m.authority_id = ${reader.authorityId} and ${LISTED})`.execute(
    reader,
  );
  return new Map(
    rows.flatMap(({ id, name }): [number, string | null][] => {
      const slug = choices.get(nameKeyOf(name));
      return slug === undefined ? [] : [[id, slug]];
    }),
  );
}

/** A table `o(id, slug)` of them, to join with. */
export function overridesTable(overrides: Overrides): RawBuilder<unknown> {
  return sql`unnest(${[...overrides.keys()]}::int[], ${[...overrides.values()]}::text[]) as o(id, slug)`;
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
