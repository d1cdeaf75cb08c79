import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { type AuthorityId, type DepartmentId, newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { departmentTree, insertDepartments, lockDepartments, type NewDepartment } from "../db/departments.ts";
import { DEEPEST, depthUnder, isNameTaken } from "../domain/departments.ts";

export type AddDepartmentRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "unknown-parent" }
  | { readonly kind: "too-deep" }
  | { readonly kind: "name-taken" };

/** An administrator adds a department, at the top or under another. Its id comes with the form: posted twice, it is one department. */
export function addDepartment(
  { db, now }: Deps,
  agent: Agent,
  department: NewDepartment,
): Promise<Result<DepartmentId, AddDepartmentRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-settings")) return refused({ kind: "not-allowed" });
    return place(trx, department, { id: agent.id, role: roleFor(agent, "manage-settings") }, now());
  });
}

/** The same by nobody in particular: for the demonstration and tests. A refusal there is a fault of the caller. */
export async function placeDepartment(
  { db, now }: Pick<Deps, "db" | "now">,
  authorityId: AuthorityId,
  { name, parentId = null }: { readonly name: string; readonly parentId?: DepartmentId | null },
): Promise<DepartmentId> {
  const placed = await inAuthority(db, authorityId, (trx) => place(trx, { id: newId<DepartmentId>(), name, parentId }, null, now()));
  if (!placed.ok) throw new Error(`Department not added: ${placed.error.kind}`);
  return placed.value;
}

async function place(
  trx: AuthorityTransaction,
  department: NewDepartment,
  by: Parameters<typeof journal>[1]["by"],
  at: Date,
): Promise<Result<DepartmentId, Exclude<AddDepartmentRefusal, { kind: "not-allowed" }>>> {
  await lockDepartments(trx);
  const tree = await departmentTree(trx, { withClosed: true });
  if (tree.some(({ id }) => id === department.id)) return ok(department.id);
  const open = tree.filter(({ closedAt }) => closedAt === null);
  if (department.parentId !== null && !open.some(({ id }) => id === department.parentId)) return refused({ kind: "unknown-parent" });
  if (depthUnder(tree, department.parentId) >= DEEPEST) return refused({ kind: "too-deep" });
  if (isNameTaken(open, department)) return refused({ kind: "name-taken" });
  if ((await insertDepartments(trx, [department])) === 0) return refused({ kind: "name-taken" });
  const content = { parentId: department.parentId };
  await journal(trx, { what: "department-added", subject: { type: "department", id: department.id }, content, by, at });
  return ok(department.id);
}
