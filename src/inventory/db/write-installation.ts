import type { DepartmentId, InstallationId, PersonId, RequestId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Facts } from "../domain/installation.ts";
import type { Standing } from "../domain/state.ts";

export type NewInstallation = {
  readonly id: InstallationId;
  readonly facts: Facts;
  readonly softwareSlug: string | null;
  readonly standing: Standing;
  readonly requestId: RequestId | null;
  readonly by: PersonId;
  readonly at: Date;
};

/** False, and nothing written, when this id or this request has its installation already. */
export async function insertInstallation(
  trx: AuthorityTransaction,
  { id, facts, softwareSlug, standing, requestId, by, at }: NewInstallation,
): Promise<boolean> {
  const { departmentIds, ...columns } = columnsOf(facts);
  const inserted = await trx
    .insertInto("installation")
    .values({
      authorityId: trx.authorityId,
      id,
      softwareSlug,
      ...columns,
      ...standing,
      requestId,
      declaredBy: by,
      declaredAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await addDepartments(trx, id, departmentIds);
  return true;
}

export async function addDepartments(
  trx: AuthorityTransaction,
  installationId: string,
  departmentIds: readonly DepartmentId[],
): Promise<void> {
  if (departmentIds.length === 0) return;
  await trx
    .insertInto("installationDepartment")
    .values(departmentIds.map((departmentId) => ({ authorityId: trx.authorityId, installationId, departmentId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Its version grows: whoever is editing it is told. */
export async function setUsers(trx: AuthorityTransaction, id: string, users: number | null): Promise<void> {
  await change(trx, id).set({ users }).execute();
}

export async function setStanding(trx: AuthorityTransaction, id: string, standing: Standing): Promise<void> {
  await change(trx, id).set(standing).execute();
}

export type Correction = Pick<NewInstallation, "facts" | "softwareSlug"> & Pick<Standing, "inServiceOn">;

/** The facts as they now are, its departments replaced by those given. */
export async function replaceFacts(trx: AuthorityTransaction, id: string, { facts, softwareSlug, inServiceOn }: Correction): Promise<void> {
  const { departmentIds, ...columns } = columnsOf(facts);
  await change(trx, id)
    .set({ softwareSlug, ...columns, inServiceOn })
    .execute();
  await trx.deleteFrom("installationDepartment").where("authorityId", "=", trx.authorityId).where("installationId", "=", id).execute();
  await addDepartments(trx, id, departmentIds);
}

function change(trx: AuthorityTransaction, id: string) {
  return trx
    .updateTable("installation")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id);
}

function columnsOf({ declaredFree, governingLaw, personalDataKinds, ...facts }: Facts) {
  return { ...facts, free: declaredFree, governingLaw: [...governingLaw], personalDataKinds: [...personalDataKinds] };
}
