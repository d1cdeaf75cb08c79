import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Role } from "#src/kernel/rights.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { isOpenDepartment } from "../db/departments.ts";
import { insertInvitation, lockInvitation, revokePendingFor, updateInvitation } from "../db/invitations.ts";
import { findMemberByEmail } from "../db/members.ts";
import type { Invitation } from "../domain/invitation.ts";
import { invitationExpiry } from "../domain/secret-link.ts";
import { newSecretToken } from "./secret-token.ts";

export type InviteInput = {
  /** Made with the form: posted twice, it is one invitation. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly departmentId: DepartmentId | null;
  readonly roles: readonly Role[];
};
export type InviteRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-member" }
  | { readonly kind: "unknown-department" }
  | { readonly kind: "not-open" };

/** An invitation and its address, which exists nowhere else: it is shown or sent now, or never. Undefined when it was made before. */
export type MadeInvitation = { readonly invitation: Pick<Invitation, "id" | "email" | "name">; readonly url: string | undefined };

/** An administrator invites somebody by name, roles and address. */
export function invitePerson({ db, now, config }: Deps, agent: Agent, input: InviteInput): Promise<Result<MadeInvitation, InviteRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-people")) return refused({ kind: "not-allowed" });
    const at = now();
    const known = await lockInvitation(trx, input.id);
    if (known !== undefined) return isPending(known) ? ok({ invitation: known, url: undefined }) : refused({ kind: "not-open" });
    const member = await findMemberByEmail(trx, input.email);
    if (member !== undefined && member.leftAt === null) return refused({ kind: "already-member" });
    if (input.departmentId !== null && !(await isOpenDepartment(trx, input.departmentId))) return refused({ kind: "unknown-department" });
    const { token, hash } = newSecretToken();
    await revokePendingFor(trx, input.email, at);
    await insertInvitation(trx, { ...input, tokenHash: hash, invitedBy: agent.id, invitedAt: at, expiresAt: invitationExpiry(at) });
    const content = { roles: input.roles, departmentId: input.departmentId };
    const by = { id: agent.id, role: roleFor(agent, "manage-people") };
    await journal(trx, { what: "person-invited", subject: { type: "invitation", id: input.id }, content, by, at });
    return ok({ invitation: input, url: `${config.publicUrl}/invitation/${token}` });
  });
}

export type PendingRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-found" } | { readonly kind: "not-open" };

/** Makes a new link for a pending invitation, even expired or made by somebody who left; the old link opens nothing any more. */
export function renewInvitation({ db, now, config }: Deps, agent: Agent, id: string): Promise<Result<MadeInvitation, PendingRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-people")) return refused({ kind: "not-allowed" });
    const invitation = await lockInvitation(trx, id);
    if (invitation === undefined) return refused({ kind: "not-found" });
    if (!isPending(invitation)) return refused({ kind: "not-open" });
    const at = now();
    const { token, hash } = newSecretToken();
    await updateInvitation(trx, id, { tokenHash: hash, invitedBy: agent.id, invitedAt: at, expiresAt: invitationExpiry(at) });
    const by = { id: agent.id, role: roleFor(agent, "manage-people") };
    await journal(trx, { what: "invitation-renewed", subject: { type: "invitation", id }, content: {}, by, at });
    return ok({ invitation, url: `${config.publicUrl}/invitation/${token}` });
  });
}

export function revokeInvitation({ db, now }: Deps, agent: Agent, id: string): Promise<Result<void, PendingRefusal>> {
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (!agent.may("manage-people")) return refused({ kind: "not-allowed" });
    const invitation = await lockInvitation(trx, id);
    if (invitation === undefined) return refused({ kind: "not-found" });
    if (invitation.acceptedAt !== null) return refused({ kind: "not-open" });
    if (invitation.revokedAt !== null) return ok(undefined);
    const at = now();
    await updateInvitation(trx, id, { revokedAt: at });
    const by = { id: agent.id, role: roleFor(agent, "manage-people") };
    await journal(trx, { what: "invitation-revoked", subject: { type: "invitation", id }, content: {}, by, at });
    return ok(undefined);
  });
}

/** Neither accepted nor withdrawn; it may have expired. */
function isPending({ acceptedAt, revokedAt }: Invitation): boolean {
  return acceptedAt === null && revokedAt === null;
}
