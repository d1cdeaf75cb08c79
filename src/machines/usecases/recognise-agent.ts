import type { AuthorityId } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import { holderOfToken, noteTokenUse } from "../db/agent-tokens.ts";
import { hashOfAgentToken } from "./secret-agent-token.ts";

const HOUR_MS = 3_600_000;

/** The authority whose token this is. Undefined: nobody's, or revoked. Its use is noted to the hour. */
export async function recogniseAgent({ db, now }: Pick<Deps, "db" | "now">, token: string): Promise<AuthorityId | undefined> {
  const holder = await holderOfToken(db, hashOfAgentToken(token));
  if (holder === undefined) return undefined;
  const at = now();
  if (holder.lastUsedAt === null || at.getTime() - holder.lastUsedAt.getTime() >= HOUR_MS) await noteTokenUse(db, holder, at);
  return holder.authorityId;
}
