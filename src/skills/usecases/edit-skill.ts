import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { lastSaid, type SkillChange } from "../db/changes.ts";
import { skillForUpdate, skillsOf } from "../db/skills.ts";
import { lockSkills, replaceSkill } from "../db/write-skill.ts";
import { holderKey, isSameSkill, type Skill, type SkillFacts, type SkillId } from "../domain/skill.ts";
import { type HolderRefusal, underHolder } from "./holder-of-facts.ts";

/** The installation is not changed: a skill on another one is another skill. */
export type EditSkillInput = { readonly id: SkillId; readonly version: number; readonly facts: Omit<SkillFacts, "installationId"> };
export type EditSkillRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "already-said"; readonly id: SkillId }
  | { readonly kind: "stale"; readonly current: Skill; readonly change: SkillChange | undefined }
  | HolderRefusal;

/** Somebody corrects who can do what. What another person changed meanwhile is shown, never overwritten. */
export async function editSkill(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, version, facts }: EditSkillInput,
): Promise<Result<Skill, EditSkillRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await skillForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    const { installationId } = current;
    await lockSkills(trx, installationId);
    // Somebody who left stays the holder of what they could do: the rest can be corrected.
    const unchangedHolder = facts.holder === "person" && facts.personId === current.personId && facts.abilities.length > 0;
    const whole = { ...facts, installationId };
    const written = unchangedHolder ? ok({ ...whole, supplierId: null, holderName: "" }) : await underHolder(trx, whole);
    if (!written.ok) return written;
    if (isSameSkill(current, written.value)) return ok(current);
    if (current.version !== version) return refused({ kind: "stale", current, change: await lastSaid(trx, id) });
    const others = (await skillsOf(trx, [installationId])).filter((each) => each.id !== id);
    const same = others.find((each) => holderKey(each) === holderKey(written.value));
    if (same !== undefined) return refused({ kind: "already-said", id: same.id });
    await replaceSkill(trx, { id, facts: written.value, by: agent.id, at });
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { ...written.value, version: version + 1 };
    await journal(trx, { what: "skill-edited", subject: { type: "skill", id }, content, by, at });
    return ok(current);
  });
}
