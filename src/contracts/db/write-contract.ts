import type { LocalDate } from "#src/kernel/dates.ts";
import type { PersonId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { ContractFacts, ContractId, Cover } from "../domain/contract.ts";

/** False, and nothing written, when this id has its contract already. */
export async function insertContract(
  trx: AuthorityTransaction,
  { id, facts, by, at }: { readonly id: ContractId; readonly facts: ContractFacts; readonly by: PersonId; readonly at: Date },
): Promise<boolean> {
  const inserted = await trx
    .insertInto("contract")
    .values({ authorityId: trx.authorityId, id, ...facts, declaredBy: by, declaredAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Its version grows with every change: whoever is editing it is told. */
function change(trx: AuthorityTransaction, id: string) {
  return trx
    .updateTable("contract")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id);
}

export async function replaceContract(trx: AuthorityTransaction, id: ContractId, facts: ContractFacts): Promise<void> {
  await change(trx, id).set(facts).execute();
}

export async function setClosed(trx: AuthorityTransaction, id: ContractId, closedOn: LocalDate | null): Promise<void> {
  await change(trx, id).set({ closedOn }).execute();
}

/** What it covers is replaced by what is given. */
export async function replaceCovers(trx: AuthorityTransaction, contractId: ContractId, covers: readonly Cover[]): Promise<void> {
  await change(trx, contractId).execute();
  await trx.deleteFrom("contractInstallation").where("authorityId", "=", trx.authorityId).where("contractId", "=", contractId).execute();
  if (covers.length === 0) return;
  await trx
    .insertInto("contractInstallation")
    .values(covers.map((cover) => ({ authorityId: trx.authorityId, contractId, ...cover })))
    .execute();
}

/** Which of these installations the authority has. */
export async function knownInstallations(reader: AuthorityTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .selectFrom("installation")
    .select("id")
    .where("authorityId", "=", reader.authorityId)
    .where("id", "in", [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
