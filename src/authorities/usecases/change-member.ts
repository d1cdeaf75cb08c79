import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { PersonId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { isOpenDepartment } from "../db/departments.ts";
import { type LastChange, lastChangeOf } from "../db/journal-page.ts";
import { countOtherAdministrators, findMember, updateMember } from "../db/members.ts";
import { membershipsOf } from "../db/people.ts";
import { leavesNoAdministrator, type Member } from "../domain/member.ts";

export type ChangeMemberInput = Pick<Member, "departmentId" | "roles" | "jobTitle" | "version"> & { readonly id: PersonId };
type CommonRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "last-administrator" }
  /** Somebody else changed this member: who they are now. */
  | { readonly kind: "stale"; readonly current: Member; readonly last: LastChange | undefined };
export type ChangeMemberRefusal = CommonRefusal | { readonly kind: "unknown-department" };

/** An administrator changes somebody's department, roles or job title. */
export function changeMember({ db, now }: Deps, agent: Agent, input: ChangeMemberInput): Promise<Result<void, ChangeMemberRefusal>> {
  const { id, departmentId, roles, jobTitle, version } = input;
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-people")) return refused({ kind: "not-allowed" });
    const others = await countOtherAdministrators(trx, id);
    const member = await findMember(trx, id);
    if (member === undefined || member.leftAt !== null) return refused({ kind: "not-found" });
    if (isSame(member, input)) return ok(undefined);
    if (leavesNoAdministrator(member.roles, roles, others)) return refused({ kind: "last-administrator" });
    // A department closed since is kept by those who were in it, but nobody enters it.
    if (departmentId !== null && departmentId !== member.departmentId && !(await isOpenDepartment(trx, departmentId)))
      return refused({ kind: "unknown-department" });
    if (!(await updateMember(trx, id, version, { departmentId, roles, jobTitle }))) return refused(await staleOf(trx, member));
    const by = { id: agent.id, role: roleFor(agent, "manage-people") };
    const what = sameRoles(member, input) ? "member-changed" : "roles-changed";
    await journal(trx, { what, subject: { type: "person", id }, content: { roles, departmentId }, by, at: now() });
    return ok(undefined);
  });
}

/** Somebody leaves the authority: what they did keeps their name, and they enter no more. Who then belongs to none is signed out everywhere. */
export async function endMembership(
  { db, auth, now }: Pick<Deps, "db" | "auth" | "now">,
  agent: Agent,
  { id, version }: { readonly id: PersonId; readonly version: number },
): Promise<Result<void, CommonRefusal>> {
  const ended: Result<void, CommonRefusal> = await inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-people")) return refused({ kind: "not-allowed" });
    const others = await countOtherAdministrators(trx, id);
    const member = await findMember(trx, id);
    if (member === undefined) return refused({ kind: "not-found" });
    if (member.leftAt !== null) return ok(undefined);
    if (leavesNoAdministrator(member.roles, [], others)) return refused({ kind: "last-administrator" });
    const at = now();
    if (!(await updateMember(trx, id, version, { leftAt: at }))) return refused(await staleOf(trx, member));
    const by = { id: agent.id, role: roleFor(agent, "manage-people") };
    await journal(trx, { what: "membership-ended", subject: { type: "person", id }, content: {}, by, at });
    return ok(undefined);
  });
  if (ended.ok && (await membershipsOf(db, id)).length === 0) await (await auth.$context).internalAdapter.deleteUserSessions(id);
  return ended;
}

async function staleOf(trx: AuthorityTransaction, current: Member): Promise<Extract<CommonRefusal, { kind: "stale" }>> {
  return { kind: "stale", current, last: await lastChangeOf(trx, current.id) };
}

/** Posted twice, or nothing touched: nothing to write. */
function isSame(member: Member, input: ChangeMemberInput): boolean {
  return member.departmentId === input.departmentId && member.jobTitle === input.jobTitle && sameRoles(member, input);
}

function sameRoles(member: Pick<Member, "roles">, input: Pick<Member, "roles">): boolean {
  return [...member.roles].sort().join() === [...input.roles].sort().join();
}
