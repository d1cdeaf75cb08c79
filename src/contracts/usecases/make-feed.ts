import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { insertFeed, lockFeeds, revokeFeeds } from "../db/feeds.ts";
import { hashOfSecret, newFeedSecret } from "./feed-secret.ts";

export type FeedRefusal = { readonly kind: "not-allowed" };

/** Somebody asks for a private address of their calendar. The one they had answers no more. The secret is told here, and never again. */
export async function makeFeed(deps: Pick<Deps, "db" | "now">, agent: Agent): Promise<Result<{ readonly secret: string }, FeedRefusal>> {
  if (!agent.may("read-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  const [id, secret] = [newId<string>(), newFeedSecret()];
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    await lockFeeds(trx, agent.id);
    const replaced = await revokeFeeds(trx, agent.id, at);
    await insertFeed(trx, { id, personId: agent.id, tokenHash: hashOfSecret(secret), at });
    const by = { id: agent.id, role: roleFor(agent, "read-inventory") };
    await journal(trx, { what: "calendar-feed-made", subject: { type: "calendar-feed", id }, content: { replaced }, by, at });
    return ok({ secret });
  });
}
