import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { supplierNamed, supplierOf } from "../db/suppliers.ts";
import { type ContractFacts, tidied } from "../domain/contract.ts";

/** The facts under the instance's supplier: the one that was chosen, else the one that bears the name written, else nobody's but the name. */
export async function underSupplier(trx: AuthorityTransaction, facts: ContractFacts): Promise<ContractFacts | undefined> {
  if (facts.supplierId !== null) {
    const chosen = await supplierOf(trx, facts.supplierId);
    return chosen === undefined ? undefined : tidied({ ...facts, supplierId: chosen.id, supplierName: chosen.name });
  }
  const named = await supplierNamed(trx, facts.supplierName);
  return tidied({ ...facts, supplierId: named?.id ?? null, supplierName: named?.name ?? facts.supplierName });
}
