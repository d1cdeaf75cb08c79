import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { skillForUpdate } from "../db/skills.ts";
import { deleteSkill } from "../db/write-skill.ts";
import type { Skill, SkillId } from "../domain/skill.ts";

export type RemoveSkillRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** Somebody says that this one can no longer. The journal keeps that they could. */
export async function removeSkill(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id }: { readonly id: SkillId },
): Promise<Result<Skill, RemoveSkillRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await skillForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    await deleteSkill(trx, id);
    const { installationId, holder, personId, supplierId, holderName, abilities, note } = current;
    const content = { installationId, holder, personId, supplierId, holderName, abilities, note };
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    await journal(trx, { what: "skill-removed", subject: { type: "skill", id }, content, by, at });
    return ok(current);
  });
}
