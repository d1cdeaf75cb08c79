import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { contractForUpdate } from "../db/contracts.ts";
import { setClosed } from "../db/write-contract.ts";
import type { ContractId } from "../domain/contract.ts";

/** `closedOn`: its last day, past or to come; null: it goes on after all. */
export type CloseContractInput = { readonly id: ContractId; readonly closedOn: LocalDate | null };
export type CloseContractRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "closed-before-start"; readonly startsOn: LocalDate };

/** Somebody says that notice was given, or that a contract ended; or that it was said by mistake. */
export async function closeContract(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { id, closedOn }: CloseContractInput,
): Promise<Result<{ readonly id: ContractId }, CloseContractRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await contractForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    if (closedOn !== null && closedOn < current.startsOn) return refused({ kind: "closed-before-start", startsOn: current.startsOn });
    if (current.closedOn === closedOn) return ok({ id });
    await setClosed(trx, id, closedOn);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const what = closedOn === null ? "contract-reopened" : "contract-closed";
    await journal(trx, { what, subject: { type: "contract", id }, content: { closedOn }, by, at });
    return ok({ id });
  });
}
