import { type AuthorityId, type InstallationId, newId, type PersonId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { insertSkill } from "./db/write-skill.ts";
import type { SkillFacts, SkillId } from "./domain/skill.ts";

/** A skill straight in the database, without journal: the person who says it can do all, unless said. */
export async function aSkill(
  { db }: { readonly db: Database },
  { authorityId, id: by }: { readonly authorityId: AuthorityId; readonly id: PersonId },
  installationId: InstallationId,
  facts: Partial<Omit<SkillFacts, "installationId">> = {},
): Promise<SkillId> {
  const id = newId<SkillId>();
  const {
    holder = "person",
    abilities = ["install", "administer", "train", "repair"],
    supplierId = null,
    holderName = "",
    note = "",
  } = facts;
  const personId = holder === "person" ? (facts.personId ?? by) : null;
  const whole = { installationId, holder, personId, supplierId, holderName, abilities, note };
  await inAuthority(db, authorityId, async (trx) => ok(await insertSkill(trx, { id, facts: whole, by, at: new Date() })));
  return id;
}
