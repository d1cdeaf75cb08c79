import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { type AuthorityId, type DepartmentId, type InstallationId, newId, type PersonId, type RequestId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { insertInterface } from "./db/interfaces.ts";
import { insertStandings } from "./db/standings.ts";
import { insertInstallation } from "./db/write-installation.ts";
import { type Details, NO_DETAILS } from "./domain/details.ts";
import type { InterfaceKind } from "./domain/interface.ts";
import { stoodAtDeclaration } from "./domain/standing.ts";
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
  /** Where it runs, its data, who answers for it: what is not given is not known. */
  readonly details: Partial<Details>;
};

type By = { readonly authorityId: AuthorityId; readonly id: PersonId };

/** An installation straight in the database, without journal; in service unless said. */
export async function anInstallation(
  { db }: { readonly db: Database },
  { authorityId, id: by }: By,
  facts: Partial<InstallationFacts> = {},
): Promise<InstallationId> {
  const { id = newId<InstallationId>(), name = "GRR", state = "in-service", softwareSlug = null, requestId = null } = facts;
  const { free = null, purpose = "", users = null, departmentIds = [], inServiceOn = null } = facts;
  const retiredOn = facts.retiredOn ?? (state === "retired" ? ("2026-01-31" as LocalDate) : null);
  const written = { ...NO_DETAILS, ...facts.details, name, declaredFree: free, purpose, users, departmentIds };
  const at = new Date();
  await inAuthority(db, authorityId, async (trx) => {
    const standing = { state, inServiceOn, retiredOn };
    await insertInstallation(trx, { id, facts: written, softwareSlug, standing, requestId, by, at });
    await insertStandings(trx, [{ installationId: id, history: stoodAtDeclaration(state, inServiceOn, retiredOn ?? dayOf(at)) }]);
    return ok(id);
  });
  return id;
}

/** One installation needs another. */
export async function anInterface(
  { db }: { readonly db: Database },
  { authorityId }: By,
  { from, to, kind = "data" }: { readonly from: InstallationId; readonly to: InstallationId; readonly kind?: InterfaceKind },
): Promise<string> {
  const id = newId<string>();
  await inAuthority(db, authorityId, async (trx) =>
    ok(await insertInterface(trx, { id, installationId: from, neededId: to, kind, description: "" })),
  );
  return id;
}
