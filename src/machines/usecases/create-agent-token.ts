import type { Agent } from "#src/kernel/agent.ts";
import { roleFor } from "#src/kernel/agent.ts";
import { type AuthorityId, newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type JournalEntry, journal } from "#src/platform/journal/journal.ts";
import { countAgentTokens, insertAgentToken } from "../db/agent-tokens.ts";
import { MOST_TOKENS } from "../domain/agent-token.ts";
import { hashOfAgentToken, newAgentToken } from "./secret-agent-token.ts";

type Parts = Pick<Deps, "db" | "now" | "config">;
/** `id` comes with the form: sent twice, it makes one token. */
export type CreateAgentTokenInput = { readonly id: string; readonly label: string };
export type CreateAgentTokenRefusal =
  | { readonly kind: "not-allowed" }
  /** The form was sent before: the token was shown then, and cannot be shown again. */
  | { readonly kind: "already-made" }
  | { readonly kind: "too-many"; readonly most: number };
/** The token, shown once, and the address that holds it, to paste into an agent's configuration. */
export type MadeAgentToken = { readonly id: string; readonly token: string; readonly address: string };

export function createAgentToken(
  deps: Parts,
  agent: Agent,
  input: CreateAgentTokenInput,
): Promise<Result<MadeAgentToken, CreateAgentTokenRefusal>> {
  if (!agent.may("manage-settings")) return Promise.resolve(refused({ kind: "not-allowed" }));
  const by = { id: agent.id, role: roleFor(agent, "manage-settings") };
  return inAuthority(deps.db, agent.authorityId, (trx) => make(deps, trx, input, by));
}

/** The same by whoever operates the instance, from its command. */
export function createAgentTokenByCommand(
  deps: Parts,
  authorityId: AuthorityId,
  label: string,
): Promise<Result<MadeAgentToken, CreateAgentTokenRefusal>> {
  return inAuthority(deps.db, authorityId, (trx) => make(deps, trx, { id: newId<string>(), label }, null));
}

async function make(
  { now, config }: Parts,
  trx: AuthorityTransaction,
  { id, label }: CreateAgentTokenInput,
  by: JournalEntry["by"],
): Promise<Result<MadeAgentToken, CreateAgentTokenRefusal>> {
  const token = newAgentToken();
  const at = now();
  if ((await countAgentTokens(trx)) >= MOST_TOKENS) return refused({ kind: "too-many", most: MOST_TOKENS });
  const made = await insertAgentToken(trx, { id, label, tokenHash: hashOfAgentToken(token), madeBy: by?.id ?? null, madeAt: at });
  if (!made) return refused({ kind: "already-made" });
  await journal(trx, { what: "agent-token-made", subject: { type: "agent-token", id }, content: { label }, by, at });
  return ok({ id, token, address: `${config.publicUrl}/agents/${token}` });
}
