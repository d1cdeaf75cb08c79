import type { DepartmentId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";

export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly departmentId: DepartmentId | null;
  readonly roles: readonly Role[];
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Whoever made it is still a member who may invite. */
  readonly stands: boolean;
};

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** Derived, never stored. */
export function stateOf(
  { acceptedAt, revokedAt, expiresAt, stands }: Pick<Invitation, "acceptedAt" | "revokedAt" | "expiresAt" | "stands">,
  at: Date,
): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (revokedAt !== null || !stands) return "revoked";
  return expiresAt <= at ? "expired" : "open";
}
