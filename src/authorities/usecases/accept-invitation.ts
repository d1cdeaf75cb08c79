import type { AuthorityId, DepartmentId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { ensurePerson } from "#src/platform/auth/credentials.ts";
import type { Database } from "#src/platform/db/database.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { isOpenDepartment } from "../db/departments.ts";
import { type FoundInvitation, findInvitationByToken, lockInvitation, updateInvitation } from "../db/invitations.ts";
import { findMember, upsertMember } from "../db/members.ts";
import { findAccount, findAccountByEmail, membershipsOf, rememberAuthority, voidResetLinks } from "../db/people.ts";
import { type InvitationState, stateOf } from "../domain/invitation.ts";
import { isToken } from "../domain/secret-link.ts";
import { hashOfToken } from "./secret-token.ts";
import { hasPassword, setPassword } from "./set-password.ts";

/** How the invited address stands on this instance: unknown, known with a password, or known without any. */
export type InvitedAccount = "new" | "with-password" | "without-password";
export type OpenedInvitation = { readonly invitation: FoundInvitation; readonly state: InvitationState; readonly account: InvitedAccount };

export async function openInvitation(
  { db, auth, now }: Pick<Deps, "db" | "auth" | "now">,
  token: string,
): Promise<OpenedInvitation | undefined> {
  if (!isToken(token)) return undefined;
  const invitation = await findInvitationByToken(db, hashOfToken(token));
  if (invitation === undefined) return undefined;
  return { invitation, state: stateOf(invitation, now()), account: await accountOf({ db, auth }, invitation.email) };
}

/** An account without password nor authority was left by an acceptance that failed half-way: it is as good as new. */
async function accountOf({ db, auth }: Pick<Deps, "db" | "auth">, email: string): Promise<InvitedAccount> {
  const account = await findAccountByEmail(db, email);
  if (account === undefined) return "new";
  if (await hasPassword(auth, account.id)) return "with-password";
  return (await membershipsOf(db, account.id)).length === 0 ? "new" : "without-password";
}

export type AcceptInput = {
  readonly token: string;
  /** Somebody known, who has proved who they are; or somebody new, who chooses a password. */
  readonly person: { readonly id: PersonId } | { readonly name: string; readonly password: string; readonly language: Language };
};
export type AcceptRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "closed" }
  | { readonly kind: "other-person" }
  | { readonly kind: "account-exists" };
export type Accepted = { readonly personId: PersonId; readonly authorityId: AuthorityId; readonly authorityName: string };

/** Whoever holds the link, and owns the invited address, becomes a member. */
export async function acceptInvitation({ db, auth, now }: Deps, { token, person }: AcceptInput): Promise<Result<Accepted, AcceptRefusal>> {
  const opened = await openInvitation({ db, auth, now }, token);
  if (opened === undefined) return refused({ kind: "not-found" });
  const { authorityId, authorityName, id, email } = opened.invitation;
  const accepted = await inAuthority(db, authorityId, async (trx) => {
    const at = now();
    const invitation = await lockInvitation(trx, id);
    if (invitation === undefined || stateOf(invitation, at) !== "open") return refused({ kind: "closed" });
    if ("id" in person && !(await owns(db, person.id, email))) return refused({ kind: "other-person" });
    if (!("id" in person) && opened.account !== "new") return refused({ kind: "account-exists" });
    const personId = "id" in person ? person.id : await createAccount({ db, auth }, { ...person, email });
    if (personId === undefined) return refused({ kind: "account-exists" });
    const name = "id" in person ? invitation.name : person.name;
    const member = await findMember(trx, personId);
    if (member === undefined || member.leftAt !== null) {
      const { roles } = invitation;
      const departmentId = await stillOpen(trx, invitation.departmentId);
      await upsertMember(trx, personId, { name, email, jobTitle: member?.jobTitle ?? null, departmentId, roles }, at);
    }
    await updateInvitation(trx, id, { acceptedAt: at });
    const subject = { type: "invitation", id };
    const [role = "requester"] = invitation.roles;
    await journal(trx, { what: "invitation-accepted", subject, content: { personId }, by: { id: personId, role }, at });
    return ok({ personId, authorityId, authorityName });
  });
  if (!accepted.ok) return accepted;
  await voidResetLinks(db, accepted.value.personId);
  await rememberAuthority(db, accepted.value.personId, authorityId);
  return accepted;
}

/** The department may have closed since the invitation. */
async function stillOpen(trx: AuthorityTransaction, id: DepartmentId | null): Promise<DepartmentId | null> {
  return id !== null && (await isOpenDepartment(trx, id)) ? id : null;
}

export function isInvitedPerson({ db }: Pick<Deps, "db">, { invitation }: OpenedInvitation, personId: PersonId): Promise<boolean> {
  return owns(db, personId, invitation.email);
}

async function owns(db: Database, personId: PersonId, email: string): Promise<boolean> {
  return (await findAccount(db, personId))?.email === email;
}

/** Undefined when the account came to be meanwhile, by another invitation: whoever holds this one does not get its password. */
async function createAccount(
  { db, auth }: Pick<Deps, "db" | "auth">,
  person: { readonly email: string; readonly name: string; readonly password: string; readonly language: Language },
): Promise<PersonId | undefined> {
  const { id, existed } = await ensurePerson(auth, person);
  if (!existed) return id;
  if ((await accountOf({ db, auth }, person.email)) !== "new") return undefined;
  await setPassword(auth, id, person.password);
  return id;
}
