import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type JournalEntry, journal } from "#src/platform/journal/journal.ts";
import { markTokenRevoked } from "../db/agent-tokens.ts";

type Parts = Pick<Deps, "db" | "now">;
export type RevokeAgentTokenRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" };

/** From the next request on, agents that hold this token are sent away. What they told before stays. */
export function revokeAgentToken(
  deps: Parts,
  agent: Agent,
  { id }: { readonly id: string },
): Promise<Result<null, RevokeAgentTokenRefusal>> {
  if (!agent.may("manage-settings")) return Promise.resolve(refused({ kind: "not-allowed" }));
  const by = { id: agent.id, role: roleFor(agent, "manage-settings") };
  return inAuthority(deps.db, agent.authorityId, (trx) => revoke(deps, trx, id, by));
}

/** The same by whoever operates the instance, from its command. */
export function revokeAgentTokenByCommand(
  deps: Parts,
  authorityId: AuthorityId,
  id: string,
): Promise<Result<null, RevokeAgentTokenRefusal>> {
  return inAuthority(deps.db, authorityId, (trx) => revoke(deps, trx, id, null));
}

async function revoke(
  { now }: Parts,
  trx: AuthorityTransaction,
  id: string,
  by: JournalEntry["by"],
): Promise<Result<null, RevokeAgentTokenRefusal>> {
  const at = now();
  if (!(await markTokenRevoked(trx, { id, at, by: by?.id ?? null }))) return refused({ kind: "not-found" });
  await journal(trx, { what: "agent-token-revoked", subject: { type: "agent-token", id }, content: {}, by, at });
  return ok(null);
}
