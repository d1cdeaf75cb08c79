import type { DepartmentId, PersonId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";

/** A person as one authority knows them. */
export type Member = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string | null;
  readonly departmentId: DepartmentId | null;
  readonly roles: readonly Role[];
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
  readonly version: number;
};

export type NewMember = Pick<Member, "name" | "email" | "jobTitle" | "departmentId" | "roles">;

export const LONGEST_NAME = 120;
export const LONGEST_JOB_TITLE = 120;

/** An authority always keeps somebody who can let others in. `others`: how many other active administrators there are. */
export function leavesNoAdministrator(before: readonly Role[], after: readonly Role[], others: number): boolean {
  return before.includes("administrator") && !after.includes("administrator") && others === 0;
}
