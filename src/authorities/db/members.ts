import { sql } from "kysely";
import type { DepartmentId, PersonId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Member, NewMember } from "../domain/member.ts";

const MEMBER = ["personId as id", "name", "email", "jobTitle", "departmentId", "roles", "joinedAt", "leftAt", "version"] as const;

export async function findMember(trx: AuthorityReader | AuthorityTransaction, id: PersonId): Promise<Member | undefined> {
  const row = await trx
    .selectFrom("membership")
    .select(MEMBER)
    .where("authorityId", "=", trx.authorityId)
    .where("personId", "=", id)
    .executeTakeFirst();
  return row as unknown as Member | undefined;
}

export async function findMemberByEmail(trx: AuthorityReader | AuthorityTransaction, email: string): Promise<Member | undefined> {
  const row = await trx
    .selectFrom("membership")
    .select(MEMBER)
    .where("authorityId", "=", trx.authorityId)
    .where("email", "=", email)
    .executeTakeFirst();
  return row as unknown as Member | undefined;
}

/** A person who comes back is the same member again, as they are now. */
export async function upsertMember(trx: AuthorityTransaction, id: PersonId, member: NewMember, at: Date): Promise<void> {
  const facts = { ...member, roles: [...member.roles] };
  await trx
    .insertInto("membership")
    .values({ ...facts, authorityId: trx.authorityId, personId: id, joinedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(["authorityId", "personId"])
        .doUpdateSet({ ...facts, leftAt: null, joinedAt: at, version: sql`membership.version + 1` }),
    )
    .execute();
}

export type MemberChange = Partial<Pick<Member, "name" | "jobTitle" | "departmentId" | "roles" | "leftAt">>;

/** False when somebody changed the member since `version`. */
export async function updateMember(trx: AuthorityTransaction, id: PersonId, version: number, change: MemberChange): Promise<boolean> {
  const { roles, ...rest } = change;
  const changed = await trx
    .updateTable("membership")
    .set({ ...rest, ...(roles === undefined ? {} : { roles: [...roles] }), version: version + 1 })
    .where("authorityId", "=", trx.authorityId)
    .where("personId", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Active administrators other than one person; their rows are held until the transaction ends, so that two cannot both be the last to leave. */
export async function countOtherAdministrators(trx: AuthorityTransaction, id: PersonId): Promise<number> {
  const { rows } = await sql<{ personId: PersonId }>`
    select person_id from membership
     where authority_id = ${trx.authorityId} and left_at is null and roles @> array['administrator'] order by person_id for update`.execute(
    trx,
  );
  return rows.filter(({ personId }) => personId !== id).length;
}

export type PersonName = Pick<Member, "id" | "name" | "jobTitle" | "departmentId" | "roles" | "leftAt">;

/** Names of people by id, those who left included: what they did keeps their name inside their authority. */
export async function namesOf(
  trx: AuthorityReader | AuthorityTransaction,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PersonName>`
    select person_id as id, name, job_title, department_id, roles, left_at from membership
     where authority_id = ${trx.authorityId} and person_id = any(${[...new Set(ids)]}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Active members who hold one of these roles, in one department when it is given. */
export async function holdersOf(
  trx: AuthorityReader | AuthorityTransaction,
  roles: readonly Role[],
  departmentId?: DepartmentId,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select person_id as id from membership
     where authority_id = ${trx.authorityId} and left_at is null and roles && ${[...roles]}::text[]
       and (${departmentId ?? null}::uuid is null or department_id = ${departmentId ?? null}::uuid)
     order by person_id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** A person's own name is theirs to change: no version is asked. */
export async function renameMember(trx: AuthorityTransaction, id: PersonId, name: string): Promise<void> {
  await trx.updateTable("membership").set({ name }).where("authorityId", "=", trx.authorityId).where("personId", "=", id).execute();
}
