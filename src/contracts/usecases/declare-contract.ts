import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { insertContract, knownInstallations, replaceCovers } from "../db/write-contract.ts";
import { type ContractFacts, type ContractId, type FactsRefusal, factsRefusal } from "../domain/contract.ts";
import { underSupplier } from "./supplier-of-facts.ts";

export type DeclareContractInput = {
  /** Made when the form was shown: the same form twice is one contract. */
  readonly id: ContractId;
  readonly facts: ContractFacts;
  /** What it covers, in equal parts. */
  readonly installationIds: readonly InstallationId[];
};
export type DeclareContractRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "unknown-supplier" }
  | { readonly kind: "unknown-installation" }
  | FactsRefusal;

/** Somebody writes down a contract of the authority. */
export async function declareContract(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, facts, installationIds }: DeclareContractInput,
): Promise<Result<{ readonly id: ContractId }, DeclareContractRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const wrong = factsRefusal(facts);
  if (wrong !== undefined) return refused(wrong);
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const written = await underSupplier(trx, facts);
    if (written === undefined) return refused({ kind: "unknown-supplier" });
    if ((await knownInstallations(trx, installationIds)).size !== new Set(installationIds).size)
      return refused({ kind: "unknown-installation" });
    if (!(await insertContract(trx, { id, facts: written, by: agent.id, at }))) return ok({ id });
    const covers = [...new Set(installationIds)].map((installationId) => ({ installationId, share: null }));
    if (covers.length > 0) await replaceCovers(trx, id, covers);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    await journal(trx, { what: "contract-declared", subject: { type: "contract", id }, content: { ...written, covers }, by, at });
    return ok({ id });
  });
}
