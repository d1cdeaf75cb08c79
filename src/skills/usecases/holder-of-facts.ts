import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { isMember, supplierNamed } from "../db/holders.ts";
import type { SkillFacts } from "../domain/skill.ts";

export type HolderRefusal =
  | { readonly kind: "unknown-person" }
  | { readonly kind: "holder-name-missing" }
  | { readonly kind: "no-ability" };

/** The facts of one holder alone: a member, else a name, under the instance's supplier where it bears that name. */
export async function underHolder(trx: AuthorityTransaction, facts: SkillFacts): Promise<Result<SkillFacts, HolderRefusal>> {
  if (facts.abilities.length === 0) return refused({ kind: "no-ability" });
  if (facts.holder === "person") {
    if (facts.personId === null || !(await isMember(trx, facts.personId))) return refused({ kind: "unknown-person" });
    return ok({ ...facts, supplierId: null, holderName: "" });
  }
  if (facts.holderName === "") return refused({ kind: "holder-name-missing" });
  if (facts.holder === "authority") return ok({ ...facts, personId: null, supplierId: null });
  const supplier = await supplierNamed(trx, facts.holderName);
  return ok({ ...facts, personId: null, supplierId: supplier?.id ?? null, holderName: supplier?.name ?? facts.holderName });
}
