import { sql } from "kysely";
import type { DepartmentId } from "#src/kernel/ids.ts";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { arrangeDepartments, type Department, type DepartmentRow } from "../domain/departments.ts";

/** The whole tree in reading order; closed departments only when asked. */
export async function departmentTree(
  trx: AuthorityReader | AuthorityTransaction,
  { withClosed = false }: { readonly withClosed?: boolean } = {},
): Promise<readonly Department[]> {
  const query = trx.selectFrom("department").select(["id", "parentId", "name", "closedAt"]).where("authorityId", "=", trx.authorityId);
  const rows = await (withClosed ? query : query.where("closedAt", "is", null)).execute();
  return arrangeDepartments(rows as unknown as readonly DepartmentRow[]);
}

export async function isOpenDepartment(trx: AuthorityReader | AuthorityTransaction, id: DepartmentId): Promise<boolean> {
  const row = await trx
    .selectFrom("department")
    .select("id")
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .where("closedAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

export type NewDepartment = { readonly id: DepartmentId; readonly parentId: DepartmentId | null; readonly name: string };

/** Posted twice, inserted once; a name already taken beside it is left out. Answers how many were inserted. */
export async function insertDepartments(trx: AuthorityTransaction, departments: readonly NewDepartment[]): Promise<number> {
  if (departments.length === 0) return 0;
  const inserted = await trx
    .insertInto("department")
    .values(departments.map((department) => ({ ...department, authorityId: trx.authorityId })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n);
}

/** Changes of the tree are made one at a time: two moves at once could make a circle. */
export async function lockDepartments(trx: AuthorityTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${trx.authorityId}, 3))`.execute(trx);
}

const UNIQUE_VIOLATION = "23505";

/** False when the name is taken beside it: PostgreSQL and JavaScript may disagree on what is one same name in capitals. */
export async function updateDepartment(
  trx: AuthorityTransaction,
  id: DepartmentId,
  change: { readonly name?: string; readonly parentId?: DepartmentId | null; readonly closedAt?: Date | null },
): Promise<boolean> {
  try {
    await trx.updateTable("department").set(change).where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
    return true;
  } catch (fault) {
    if ((fault as { readonly code?: unknown }).code === UNIQUE_VIOLATION) return false;
    throw fault;
  }
}

/** What keeps a department open: active members in it. */
export async function countMembersIn(trx: AuthorityTransaction, id: DepartmentId): Promise<number> {
  const { members } = await trx
    .selectFrom("membership")
    .select(({ fn }) => fn.countAll<number>().as("members"))
    .where("authorityId", "=", trx.authorityId)
    .where("departmentId", "=", id)
    .where("leftAt", "is", null)
    .executeTakeFirstOrThrow();
  return members;
}

/** Active members by department. */
export async function countMembersByDepartment(trx: AuthorityReader): Promise<ReadonlyMap<DepartmentId, number>> {
  const { rows } = await sql<{ id: DepartmentId; members: number }>`
    select department_id as id, count(*) as members from membership
     where authority_id = ${trx.authorityId} and left_at is null and department_id is not null group by department_id`.execute(trx);
  return new Map(rows.map(({ id, members }) => [id, members]));
}
