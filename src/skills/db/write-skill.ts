import { sql } from "kysely";
import type { PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { SkillFacts, SkillId } from "../domain/skill.ts";

export type WrittenSkill = { readonly id: SkillId; readonly facts: SkillFacts; readonly by: PersonId; readonly at: Date };

/** Writers of one installation's skills queue here: a holder is written once. */
export async function lockSkills(trx: AuthorityTransaction, installationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.authorityId} skills ${installationId}`}, 13))`.execute(trx);
}

export async function insertSkill(trx: AuthorityTransaction, { id, facts, by, at }: WrittenSkill): Promise<void> {
  await trx
    .insertInto("skill")
    .values({ authorityId: trx.authorityId, id, ...facts, abilities: [...facts.abilities], saidBy: by, saidAt: at })
    .execute();
}

export async function replaceSkill(trx: AuthorityTransaction, { id, facts, by, at }: WrittenSkill): Promise<void> {
  await trx
    .updateTable("skill")
    .set((row) => ({ ...facts, abilities: [...facts.abilities], saidBy: by, saidAt: at, version: row("version", "+", 1) }))
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .execute();
}

export async function deleteSkill(trx: AuthorityTransaction, id: SkillId): Promise<void> {
  await trx.deleteFrom("skill").where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
}
