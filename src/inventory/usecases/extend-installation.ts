import { dayOf } from "#src/kernel/dates.ts";
import type { DepartmentId, InstallationId, RequestId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { insertExtension } from "../db/extensions.ts";
import { installationForUpdate } from "../db/installations.ts";
import { addDepartments, setUsers } from "../db/write-installation.ts";
import type { Actor } from "./put-in-service.ts";

export type ExtendInput = {
  readonly installationId: InstallationId;
  readonly departmentIds: readonly DepartmentId[];
  /** Users that the request adds, as it states them; null when it does not say. */
  readonly addedUsers: number | null;
  readonly requestId: RequestId;
  readonly by: Actor;
  readonly at: Date;
};
export type ExtendRefusal = { readonly kind: "not-found" } | { readonly kind: "retired" };

/** What is there already is extended to the departments of a request, in the caller's transaction; once for a request. */
export async function extendInstallation(
  trx: AuthorityTransaction,
  input: ExtendInput,
): Promise<Result<{ readonly extended: boolean }, ExtendRefusal>> {
  const { installationId, departmentIds, addedUsers, requestId, by, at } = input;
  const installation = await installationForUpdate(trx, installationId);
  if (installation === undefined) return refused({ kind: "not-found" });
  if (installation.state === "retired") return refused({ kind: "retired" });
  const extended = await insertExtension(trx, { requestId, installationId, addedUsers, day: dayOf(at) });
  if (!extended) return ok({ extended });
  await addDepartments(trx, installationId, departmentIds);
  await setUsers(trx, installationId, usersAfter(installation.users, addedUsers));
  const content = { requestId, departmentIds, addedUsers };
  await journal(trx, { what: "installation-extended", subject: { type: "installation", id: installationId }, content, by, at });
  return ok({ extended });
}

/** A total that nobody knew is not made known by an addition to it. */
function usersAfter(users: number | null, added: number | null): number | null {
  return users === null ? null : Math.min(users + (added ?? 0), 1_000_000);
}
