import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { type Change, lastChangeOf } from "../db/changes.ts";
import { type CoveringContract, contractForUpdate } from "../db/contracts.ts";
import { replaceContract } from "../db/write-contract.ts";
import { type ContractFacts, type ContractId, type FactsRefusal, factsRefusal, isSameContract } from "../domain/contract.ts";
import { underSupplier } from "./supplier-of-facts.ts";

export type EditContractInput = { readonly id: ContractId; readonly version: number; readonly facts: ContractFacts };
export type StaleContract = { readonly kind: "stale"; readonly current: CoveringContract; readonly change: Change | undefined };
export type EditContractRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-supplier" }
  | FactsRefusal
  | StaleContract;

/** Somebody corrects a contract. What another person changed meanwhile is shown, never overwritten. */
export async function editContract(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, version, facts }: EditContractInput,
): Promise<Result<{ readonly id: ContractId }, EditContractRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await contractForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    const wrong = factsRefusal(facts);
    if (wrong !== undefined) return refused(wrong);
    const written = await underSupplier(trx, facts);
    if (written === undefined) return refused({ kind: "unknown-supplier" });
    if (isSameContract(current, written)) return ok({ id });
    if (current.version !== version) return refused({ kind: "stale", current, change: await lastChangeOf(trx, id) });
    await replaceContract(trx, id, written);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { ...written, version: version + 1 };
    await journal(trx, { what: "contract-edited", subject: { type: "contract", id }, content, by, at });
    return ok({ id });
  });
}
