import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { revokeFeeds } from "../db/feeds.ts";
import type { FeedRefusal } from "./make-feed.ts";

/** Somebody takes the private address of their calendar back: it answers no more. */
export async function revokeFeed(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
): Promise<Result<{ readonly revoked: boolean }, FeedRefusal>> {
  if (!agent.may("read-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const revoked = await revokeFeeds(trx, agent.id, at);
    const by = { id: agent.id, role: roleFor(agent, "read-inventory") };
    for (const id of revoked) {
      await journal(trx, { what: "calendar-feed-revoked", subject: { type: "calendar-feed", id }, content: {}, by, at });
    }
    return ok({ revoked: revoked.length > 0 });
  });
}
