import { type RawBuilder, sql } from "kysely";
import { nameKeyOf } from "../domain/package-choice.ts";
import { keptUntilChange } from "./kept-until-change.ts";
import { choicesOf, LISTED, type Reading } from "./package-choices.ts";

/** Packages of which the authority itself said what they are. Null: a part of something. */
export type Overrides = ReadonlyMap<number, string | null>;

/** The packages that the authority's choices speak of, among those that its machines have. Its choices hold for every version. */
export const overridesOf = keptUntilChange(async (reader): Promise<Overrides> => {
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
}, choicesStamp);

/** Another as soon as the authority says something of a package, or takes it back. */
export async function choicesStamp(reader: Reading): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', count(*), max(chosen_at), sum(hashtext(name_key || ' ' || coalesce(software_slug, '')))) as stamp
      from package_choice where authority_id = ${reader.authorityId}`.execute(reader);
  return rows[0]?.stamp ?? "";
}

/** A table `o(id, slug)` of them, to join with. */
export function overridesTable(overrides: Overrides): RawBuilder<unknown> {
  return sql`unnest(${[...overrides.keys()]}::int[], ${[...overrides.values()]}::text[]) as o(id, slug)`;
}
