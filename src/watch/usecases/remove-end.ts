import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { canonicalSoftware } from "../db/canonical-software.ts";
import { declaredEnd, lockEnds, removeEnd } from "../db/declared-ends.ts";

export type RemoveEndRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** An end of life that the authority entered is no longer shown nor told. Removed twice, it is removed once. */
export function removeDeclaredEnd(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<Result<null, RemoveEndRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("correct-catalogue")) return refused({ kind: "not-allowed" });
    const software = await canonicalSoftware(trx, slug);
    if (software === undefined) return refused({ kind: "not-found" });
    await lockEnds(trx, software.slug);
    const current = await declaredEnd(trx, id);
    if (current === undefined || current.slug !== software.slug) return refused({ kind: "not-found" });
    if (current.removedAt !== null) return ok(null);
    const at = deps.now();
    await removeEnd(trx, id, at);
    const by = { id: agent.id, role: roleFor(agent, "correct-catalogue") };
    const { cycle, endsOn, readAtUrl } = current;
    const content = { slug: software.slug, cycle, endsOn, readAtUrl };
    await journal(trx, { what: "end-of-life-removed", subject: { type: "end-of-life", id }, content, by, at });
    return ok(null);
  });
}
