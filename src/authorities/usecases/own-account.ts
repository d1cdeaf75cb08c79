import type { Agent } from "#src/kernel/agent.ts";
import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type Caller, callAuth, signOut } from "#src/platform/auth/credentials.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { renameMember } from "../db/members.ts";
import {
  type Account,
  findAccount,
  membershipsOf,
  type OwnMembership,
  rememberAuthority,
  updateAccount,
  updateLanguage,
} from "../db/people.ts";
import { hasPassword } from "./set-password.ts";

export type OwnAccount = Account & { readonly hasPassword: boolean };

export async function ownAccount({ db, auth }: Pick<Deps, "db" | "auth">, personId: PersonId): Promise<OwnAccount | undefined> {
  const account = await findAccount(db, personId);
  return account && { ...account, hasPassword: await hasPassword(auth, personId) };
}

/** The name that colleagues of the current authority see, and the language of the interface. */
export async function changeOwnAccount(
  { db, now }: Pick<Deps, "db" | "now">,
  agent: Agent,
  { name, language }: { readonly name: string; readonly language: Language },
): Promise<Result<void, never>> {
  await updateAccount(db, agent.id, { name, language });
  return inAuthority(db, agent.authorityId, async (trx) => {
    if (name === agent.name) return ok(undefined);
    await renameMember(trx, agent.id, name);
    const [role = "requester"] = agent.roles;
    await journal(trx, {
      what: "name-changed",
      subject: { type: "person", id: agent.id },
      content: {},
      by: { id: agent.id, role },
      at: now(),
    });
    return ok(undefined);
  });
}

export async function changeLanguage({ db }: Pick<Deps, "db">, personId: PersonId, language: Language): Promise<void> {
  await updateLanguage(db, personId, language);
}

export type ChangePasswordRefusal = { readonly kind: "wrong-password" } | { readonly kind: "too-many-attempts"; readonly seconds: number };

/** Changes the password and signs out every other browser; answers the cookies of the session that goes on. */
export async function changePassword(
  { auth }: Pick<Deps, "auth">,
  caller: Caller,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<Result<readonly string[], ChangePasswordRefusal>> {
  const answer = await callAuth(auth, caller, "/change-password", { currentPassword, newPassword, revokeOtherSessions: true });
  if (answer.ok) return ok(answer.headers.getSetCookie());
  if (answer.status === 429) return refused({ kind: "too-many-attempts", seconds: Number(answer.headers.get("x-retry-after") ?? 60) });
  return refused({ kind: "wrong-password" });
}

/** Ends every session of the person, on every browser; answers the cookies that end this one. */
export async function signOutEverywhere({ auth }: Pick<Deps, "auth">, caller: Caller, personId: PersonId): Promise<readonly string[]> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUserSessions(personId);
  return (await signOut(auth, caller)).cookies;
}

export function ownAuthorities({ db }: Pick<Deps, "db">, agent: Agent): Promise<readonly OwnMembership[]> {
  return membershipsOf(db, agent.id);
}

/** Acts from now on for another of the person's authorities; answers its name. */
export async function switchAuthority(
  { db }: Pick<Deps, "db">,
  agent: Agent,
  id: AuthorityId,
): Promise<Result<string, { readonly kind: "not-found" }>> {
  const chosen = (await membershipsOf(db, agent.id)).find(({ authorityId }) => authorityId === id);
  if (chosen === undefined) return refused({ kind: "not-found" });
  await rememberAuthority(db, agent.id, id);
  return ok(chosen.name);
}
