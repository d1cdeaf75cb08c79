import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { canonicalSoftware, type WatchedSoftware } from "../db/canonical-software.ts";
import { deleteFollow, insertFollow } from "../db/follows.ts";

export type FollowInput = { readonly slug: string; readonly follows: boolean };
export type FollowRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** Somebody wants to be told what happens to a software, or no longer. Said twice, it is said once. */
export function followSoftware(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { slug, follows }: FollowInput,
): Promise<Result<WatchedSoftware, FollowRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("read-catalogue")) return refused({ kind: "not-allowed" });
    const software = await canonicalSoftware(trx, slug);
    if (software === undefined) return refused({ kind: "not-found" });
    const at = deps.now();
    const changed = follows ? await insertFollow(trx, agent.id, software.slug, at) : await deleteFollow(trx, agent.id, software.slug);
    if (changed) {
      const what = follows ? "software-followed" : "software-unfollowed";
      const by = { id: agent.id, role: roleFor(agent, "read-catalogue") };
      await journal(trx, { what, subject: { type: "person", id: agent.id }, content: { slug: software.slug }, by, at });
    }
    return ok(software);
  });
}
