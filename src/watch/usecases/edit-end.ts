import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { canonicalSoftware } from "../db/canonical-software.ts";
import { declaredEnd, declaredEndsOf, isEndKnown, lockEnds, replaceEnd } from "../db/declared-ends.ts";
import { type DeclaredEnd, type EndFacts, isSameEnd } from "../domain/declared-end.ts";

/** `version`: the one that was read when the form was shown. */
export type EditEndInput = { readonly id: string; readonly slug: string; readonly version: number; readonly facts: EndFacts };
export type EditEndRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "removed" }
  | { readonly kind: "known-from-source" }
  | { readonly kind: "already-entered" }
  | { readonly kind: "stale"; readonly current: DeclaredEnd };

/** Somebody corrects an end of life that the authority entered. What another person changed meanwhile is shown, never overwritten. */
export function editEnd(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, slug, version, facts }: EditEndInput,
): Promise<Result<null, EditEndRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
    const software = await canonicalSoftware(trx, slug);
    if (software === undefined) return refused({ kind: "not-found" });
    await lockEnds(trx, software.slug);
    const current = await declaredEnd(trx, id);
    if (current === undefined || current.slug !== software.slug) return refused({ kind: "not-found" });
    if (current.removedAt !== null) return refused({ kind: "removed" });
    if (isSameEnd(current, facts)) return ok(null);
    if (current.version !== version) return refused({ kind: "stale", current });
    if (await isEndKnown(trx, software.endoflife, facts.cycle)) return refused({ kind: "known-from-source" });
    const others = (await declaredEndsOf(trx, software.slug)).filter((each) => each.id !== id);
    if (others.some(({ cycle }) => cycle.toLowerCase() === facts.cycle.toLowerCase())) return refused({ kind: "already-entered" });
    const at = deps.now();
    await replaceEnd(trx, { id, slug: software.slug, ...facts, by: agent.id, at });
    const by = { id: agent.id, role: roleFor(agent, "correct-catalogue") };
    const content = { slug: software.slug, ...facts, version: version + 1 };
    await journal(trx, { what: "end-of-life-edited", subject: { type: "end-of-life", id }, content, by, at });
    return ok(null);
  });
}
