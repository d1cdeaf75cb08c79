import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

export async function setMachineDepartment(trx: AuthorityTransaction, id: string, departmentId: string | null): Promise<void> {
  await trx.updateTable("machine").set({ departmentId }).where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
}

/** No longer listed, as long as it does not report again. */
export async function markMachineRemoved(trx: AuthorityTransaction, id: string, at: Date): Promise<void> {
  await trx.updateTable("machine").set({ removedAt: at }).where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
}
