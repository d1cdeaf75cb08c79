import { dayOf } from "#src/kernel/dates.ts";
import type { DepartmentId, InstallationId, RequestId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { installationOfRequest } from "../db/installation-of-request.ts";
import { insertStandings } from "../db/standings.ts";
import { insertInstallation } from "../db/write-installation.ts";
import { NO_DETAILS } from "../domain/details.ts";
import { stoodAtDeclaration } from "../domain/standing.ts";
import type { Actor } from "./put-in-service.ts";

export type PlanInput = {
  /** Made by the caller: `newId()`. */
  readonly id: InstallationId;
  readonly name: string;
  readonly softwareSlug: string | null;
  /** Asked only where the catalogue does not know the software. */
  readonly free: boolean | null;
  readonly departmentIds: readonly DepartmentId[];
  readonly users: number | null;
  readonly purpose: string;
  readonly requestId: RequestId;
  readonly by: Actor;
  readonly at: Date;
};

/** The solution of a request enters the inventory as planned, in the caller's transaction; once for a request, whoever asks again. */
export async function planInstallation(
  trx: AuthorityTransaction,
  input: PlanInput,
): Promise<{ readonly id: InstallationId; readonly created: boolean }> {
  const { id, name, softwareSlug, free, departmentIds, users, purpose, requestId, by, at } = input;
  const facts = { ...NO_DETAILS, name, declaredFree: free, purpose, users, departmentIds };
  const created = await insertInstallation(trx, {
    id,
    facts,
    softwareSlug,
    standing: { state: "planned", inServiceOn: null, retiredOn: null },
    requestId,
    by: by.id,
    at,
  });
  if (!created) return { id: (await installationOfRequest(trx, requestId)) ?? id, created };
  await insertStandings(trx, [{ installationId: id, history: stoodAtDeclaration("planned", null, dayOf(at)) }]);
  const content = { name, softwareSlug, requestId, departmentIds };
  await journal(trx, { what: "installation-planned", subject: { type: "installation", id }, content, by, at });
  return { id, created };
}
