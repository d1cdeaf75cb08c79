import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { countMembersIn, departmentTree, lockDepartments, updateDepartment } from "../db/departments.ts";
import { type LastChange, lastChangeOf } from "../db/journal-page.ts";
import { type Department, isNameTaken, type MoveRefusal, versionOf, whyNotUnder } from "../domain/departments.ts";

export type ChangeDepartmentInput = {
  readonly id: DepartmentId;
  readonly name: string;
  readonly parentId: DepartmentId | null;
  /** What the form was read at: `versionOf` the department then. */
  readonly version: string;
};
export type ChangeDepartmentRefusal =
  | MoveRefusal
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-parent" }
  | { readonly kind: "name-taken" }
  | { readonly kind: "stale"; readonly current: Department; readonly last: LastChange | undefined };

/** An administrator renames a department, or moves it with all that is under it. */
export function changeDepartment(
  { db, now }: Deps,
  agent: Agent,
  { id, name, parentId, version }: ChangeDepartmentInput,
): Promise<Result<void, ChangeDepartmentRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-settings")) return refused({ kind: "not-allowed" });
    await lockDepartments(trx);
    const tree = await departmentTree(trx);
    const department = tree.find((each) => each.id === id);
    if (department === undefined) return refused({ kind: "not-found" });
    if (department.name === name && department.parentId === parentId) return ok(undefined);
    if (versionOf(department) !== version) return refused({ kind: "stale", current: department, last: await lastChangeOf(trx, id) });
    if (parentId !== null && !tree.some((each) => each.id === parentId)) return refused({ kind: "unknown-parent" });
    const why = whyNotUnder(tree, id, parentId);
    if (why !== undefined) return refused(why);
    if (isNameTaken(tree, { id, parentId, name })) return refused({ kind: "name-taken" });
    if (!(await updateDepartment(trx, id, { name, parentId }))) return refused({ kind: "name-taken" });
    const by = { id: agent.id, role: roleFor(agent, "manage-settings") };
    const what = department.parentId === parentId ? "department-renamed" : "department-moved";
    await journal(trx, { what, subject: { type: "department", id }, content: { parentId }, by, at: now() });
    return ok(undefined);
  });
}

export type CloseDepartmentRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "has-departments" }
  | { readonly kind: "has-members"; readonly members: number };

/** A department closes once nobody is in it and nothing is under it. What refers to it keeps its name. */
export function closeDepartment({ db, now }: Deps, agent: Agent, id: DepartmentId): Promise<Result<void, CloseDepartmentRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-settings")) return refused({ kind: "not-allowed" });
    await lockDepartments(trx);
    const tree = await departmentTree(trx, { withClosed: true });
    const department = tree.find((each) => each.id === id);
    if (department === undefined) return refused({ kind: "not-found" });
    if (department.closedAt !== null) return ok(undefined);
    if (tree.some(({ parentId, closedAt }) => parentId === id && closedAt === null)) return refused({ kind: "has-departments" });
    const members = await countMembersIn(trx, id);
    if (members > 0) return refused({ kind: "has-members", members });
    const at = now();
    await updateDepartment(trx, id, { closedAt: at });
    const by = { id: agent.id, role: roleFor(agent, "manage-settings") };
    await journal(trx, { what: "department-closed", subject: { type: "department", id }, content: {}, by, at });
    return ok(undefined);
  });
}
