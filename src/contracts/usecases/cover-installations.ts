import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { lastChangeOf } from "../db/changes.ts";
import { contractForUpdate } from "../db/contracts.ts";
import { knownInstallations, replaceCovers } from "../db/write-contract.ts";
import type { ContractId, Cover } from "../domain/contract.ts";
import { type CoverRefusal, coverRefusal } from "../domain/shares.ts";
import type { StaleContract } from "./edit-contract.ts";

export type CoverInput = { readonly id: ContractId; readonly version: number; readonly covers: readonly Cover[] };
export type CoverInstallationsRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-installation" }
  | CoverRefusal
  | StaleContract;

/** Somebody says what a contract covers, and for which share: the whole list, replacing the one before. */
export async function coverInstallations(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, version, covers }: CoverInput,
): Promise<Result<{ readonly id: ContractId }, CoverInstallationsRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await contractForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    const wrong = coverRefusal(covers);
    if (wrong !== undefined) return refused(wrong);
    const ids = new Set(covers.map(({ installationId }) => installationId));
    if (ids.size < covers.length || (await knownInstallations(trx, [...ids])).size < ids.size)
      return refused({ kind: "unknown-installation" });
    if (isSameCover(current.covers, covers)) return ok({ id });
    if (current.version !== version) return refused({ kind: "stale", current, change: await lastChangeOf(trx, id) });
    await replaceCovers(trx, id, covers);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    await journal(trx, { what: "contract-covers", subject: { type: "contract", id }, content: { covers, version: version + 1 }, by, at });
    return ok({ id });
  });
}

function isSameCover(current: readonly Cover[], asked: readonly Cover[]): boolean {
  const shares = new Map(current.map(({ installationId, share }) => [installationId, share]));
  return shares.size === asked.length && asked.every(({ installationId, share }) => shares.get(installationId) === share);
}
