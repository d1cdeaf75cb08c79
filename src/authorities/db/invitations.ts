import { sql } from "kysely";
import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import { RIGHTS, ROLES } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { AuthorityReader, AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Invitation } from "../domain/invitation.ts";

const INVITATION = ["id", "email", "name", "departmentId", "roles", "invitedAt", "expiresAt", "acceptedAt", "revokedAt"] as const;
const MOST_PENDING = 200;
const INVITING = ROLES.filter((role) => RIGHTS[role].includes("manage-people"));

/** An invitation is worth what its maker may do today: somebody who left, or may invite no more, lets nobody in. */
const stands = sql<boolean>`(invitation.invited_by is null or exists (
  select from membership m where m.authority_id = invitation.authority_id and m.person_id = invitation.invited_by
     and m.left_at is null and m.roles && ${INVITING}::text[]))`.as("stands");

export type FoundInvitation = Invitation & { readonly authorityId: AuthorityId; readonly authorityName: string };

/** Read as the tables' owner: whoever holds the link belongs to no authority yet. */
export async function findInvitationByToken(db: Database, tokenHash: string): Promise<FoundInvitation | undefined> {
  const row = await db
    .selectFrom("invitation")
    .innerJoin("authority", "authority.id", "invitation.authorityId")
    .select(INVITATION.map((column) => `invitation.${column}` as const))
    .select(["invitation.authorityId", "authority.name as authorityName", stands])
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
  return row as unknown as FoundInvitation | undefined;
}

/** Held until the transaction ends: an invitation is accepted once. */
export async function lockInvitation(trx: AuthorityTransaction, id: string): Promise<Invitation | undefined> {
  const row = await trx
    .selectFrom("invitation")
    .select([...INVITATION, stands])
    .where("authorityId", "=", trx.authorityId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as Invitation | undefined;
}

/** Not accepted, not withdrawn: those that expired are shown too, to be made again. */
export async function pendingInvitations(trx: AuthorityReader | AuthorityTransaction): Promise<readonly Invitation[]> {
  const rows = await trx
    .selectFrom("invitation")
    .select([...INVITATION, stands])
    .where("authorityId", "=", trx.authorityId)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .orderBy("invitedAt", "desc")
    .limit(MOST_PENDING)
    .execute();
  return rows as unknown as readonly Invitation[];
}

export type NewInvitation = Pick<Invitation, "id" | "email" | "name" | "departmentId" | "roles" | "invitedAt" | "expiresAt"> & {
  readonly tokenHash: string;
  readonly invitedBy: PersonId | null;
};

export async function insertInvitation(trx: AuthorityTransaction, invitation: NewInvitation): Promise<void> {
  await trx
    .insertInto("invitation")
    .values({ ...invitation, roles: [...invitation.roles], authorityId: trx.authorityId })
    .execute();
}

export type InvitationChange = {
  readonly tokenHash?: string;
  readonly invitedBy?: PersonId;
  readonly invitedAt?: Date;
  readonly expiresAt?: Date;
  readonly acceptedAt?: Date;
  readonly revokedAt?: Date;
};

export async function updateInvitation(trx: AuthorityTransaction, id: string, change: InvitationChange): Promise<void> {
  await trx.updateTable("invitation").set(change).where("authorityId", "=", trx.authorityId).where("id", "=", id).execute();
}

/** An address has one pending invitation: a new one withdraws those before it. */
export async function revokePendingFor(trx: AuthorityTransaction, email: string, at: Date): Promise<void> {
  await trx
    .updateTable("invitation")
    .set({ revokedAt: at })
    .where("authorityId", "=", trx.authorityId)
    .where("email", "=", email)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .execute();
}
