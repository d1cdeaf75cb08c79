import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { installationNamed } from "../db/holders.ts";
import { skillById, skillsOf } from "../db/skills.ts";
import { insertSkill, lockSkills } from "../db/write-skill.ts";
import { holderKey, type SkillFacts, type SkillId } from "../domain/skill.ts";
import { type HolderRefusal, underHolder } from "./holder-of-facts.ts";

/** `id`: made when the form was shown; the same form twice is one skill. */
export type SaySkillInput = { readonly id: SkillId; readonly facts: SkillFacts };
export type SaySkillRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "unknown-installation" }
  | { readonly kind: "already-said"; readonly id: SkillId }
  | HolderRefusal;

/** Somebody says who can do what on an installation: once for each who can. */
export async function saySkill(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, facts }: SaySkillInput,
): Promise<Result<{ readonly id: SkillId }, SaySkillRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if ((await installationNamed(trx, facts.installationId)) === undefined) return refused({ kind: "unknown-installation" });
    await lockSkills(trx, facts.installationId);
    if ((await skillById(trx, id)) !== undefined) return ok({ id });
    const written = await underHolder(trx, facts);
    if (!written.ok) return written;
    const same = (await skillsOf(trx, [facts.installationId])).find((each) => holderKey(each) === holderKey(written.value));
    if (same !== undefined) return refused({ kind: "already-said", id: same.id });
    await insertSkill(trx, { id, facts: written.value, by: agent.id, at });
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    await journal(trx, { what: "skill-said", subject: { type: "skill", id }, content: written.value, by, at });
    return ok({ id });
  });
}
