import { type RawBuilder, sql } from "kysely";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Skill } from "../domain/skill.ts";

/** The columns of a `Skill`, from `skill k`, its member joined as `m` and its supplier as `s`. */
const SKILL: RawBuilder<unknown> = sql`
  k.id, k.installation_id, k.holder, k.person_id, k.supplier_id, k.holder_name, k.abilities, k.note, k.version,
  coalesce(m.name, s.name, k.holder_name) as name, coalesce(m.left_at is not null, false) as left`;
const FROM: RawBuilder<unknown> = sql`
  skill k left join membership m on m.authority_id = k.authority_id and m.person_id = k.person_id left join supplier s on s.id = k.supplier_id`;

/** Skills that are read at once: some dozens for each of some hundreds of installations. */
const MOST_SKILLS = 20_000;

/** Who can do what on these installations, or on all that is not retired; in order of name. */
export async function skillsOf(reader: AuthorityTransaction, installationIds?: readonly string[]): Promise<readonly Skill[]> {
  const which =
    installationIds === undefined
      ? sql`k.installation_id in (select i.id from installation i where i.authority_id = ${reader.authorityId} and i.state <> 'retired')`
      : sql`k.installation_id = any(${[...installationIds]}::uuid[])`;
  const { rows } = await sql<Skill>`
    select ${SKILL} from ${FROM} where k.authority_id = ${reader.authorityId} and ${which}
     order by folded(coalesce(m.name, s.name, k.holder_name)), k.id limit ${MOST_SKILLS}`.execute(reader);
  return rows;
}

export type PersonSkill = Skill & { readonly installationName: string };

/** What one person can do, by installation; the retired ones left out. */
export async function skillsOfPerson(reader: AuthorityTransaction, personId: string): Promise<readonly PersonSkill[]> {
  const { rows } = await sql<PersonSkill>`
    select ${SKILL}, i.name as installation_name from ${FROM}
      join installation i on i.authority_id = k.authority_id and i.id = k.installation_id
     where k.authority_id = ${reader.authorityId} and k.person_id = ${personId} and i.state <> 'retired'
     order by i.name_key, k.id`.execute(reader);
  return rows;
}

export async function skillById(reader: AuthorityTransaction, id: string): Promise<Skill | undefined> {
  const { rows } = await sql<Skill>`
    select ${SKILL} from ${FROM} where k.authority_id = ${reader.authorityId} and k.id = ${id}`.execute(reader);
  return rows[0];
}

export async function skillForUpdate(trx: AuthorityTransaction, id: string): Promise<Skill | undefined> {
  await sql`select 1 from skill where authority_id = ${trx.authorityId} and id = ${id} for update`.execute(trx);
  return skillById(trx, id);
}
