import type { LocalDate } from "#src/kernel/dates.ts";
import { type AuthorityId, type DepartmentId, type InstallationId, newId, type PersonId, type RequestId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { insertInstallation } from "./db/write-installation.ts";
import type { InstallationState } from "./domain/state.ts";

export type InstallationFacts = {
  readonly id: InstallationId;
  readonly name: string;
  readonly softwareSlug: string | null;
  readonly free: boolean | null;
  readonly state: InstallationState;
  readonly purpose: string;
  readonly users: number | null;
  readonly inServiceOn: LocalDate | null;
  readonly retiredOn: LocalDate | null;
  readonly requestId: RequestId | null;
  readonly departmentIds: readonly DepartmentId[];
};

/** An installation straight in the database, without journal; in service unless said. */
export async function anInstallation(
  { db }: { readonly db: Database },
  { authorityId, id: by }: { readonly authorityId: AuthorityId; readonly id: PersonId },
  facts: Partial<InstallationFacts> = {},
): Promise<InstallationId> {
  const { id = newId<InstallationId>(), name = "GRR", state = "in-service", softwareSlug = null, requestId = null } = facts;
  const { free = null, purpose = "", users = null, departmentIds = [], inServiceOn = null } = facts;
  const retiredOn = facts.retiredOn ?? (state === "retired" ? ("2026-01-31" as LocalDate) : null);
  await inAuthority(db, authorityId, async (trx) => {
    const written = { name, declaredFree: free, purpose, users, departmentIds };
    await insertInstallation(trx, {
      id,
      facts: written,
      softwareSlug,
      standing: { state, inServiceOn, retiredOn },
      requestId,
      by,
      at: new Date(),
    });
    return ok(id);
  });
  return id;
}
