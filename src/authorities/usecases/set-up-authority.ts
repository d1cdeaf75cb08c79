import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { ensurePerson } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { upsertMember } from "../db/members.ts";
import { isOpenSetUpLink, reopenSetUpLink, useSetUpLink } from "../db/set-up-links.ts";
import { isToken } from "../domain/secret-link.ts";
import { type AuthorityFacts, beginAuthority } from "./create-authority.ts";
import { hashOfToken } from "./secret-token.ts";
import { setPassword } from "./set-password.ts";

export type SetUpInput = {
  readonly token: string;
  readonly authority: AuthorityFacts;
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string; readonly language: Language };
};
export type SetUpRefusal = { readonly kind: "link-used" };

export async function isSetUpOpen({ db }: Pick<Deps, "db">, token: string): Promise<boolean> {
  return isToken(token) && (await isOpenSetUpLink(db, hashOfToken(token)));
}

/** Whoever holds the one-time link makes the authority and becomes its first administrator, in one transaction. */
export async function setUpAuthority(
  { db, auth, now }: Deps,
  { token, authority, administrator }: SetUpInput,
): Promise<Result<{ readonly authorityId: AuthorityId; readonly personId: PersonId }, SetUpRefusal>> {
  return db.transaction().execute(async (trx) => {
    const at = now();
    if (!isToken(token) || !(await useSetUpLink(trx, hashOfToken(token), at))) return refused({ kind: "link-used" });
    const { email, name, password } = administrator;
    const person = await ensurePerson(auth, administrator);
    // Left by a set-up that failed half-way: nobody belongs to an authority yet, so nobody's account is taken over.
    if (person.existed) await setPassword(auth, person.id, password);
    const entered = await beginAuthority(trx, authority, at);
    await upsertMember(
      entered,
      person.id,
      { name, email: email.toLowerCase(), jobTitle: null, departmentId: null, roles: FIRST_ROLES },
      at,
    );
    const subject = { type: "person", id: person.id };
    await journal(entered, { what: "member-added", subject, content: { roles: FIRST_ROLES }, by: null, at });
    return ok({ authorityId: entered.authorityId, personId: person.id });
  });
}

const FIRST_ROLES = ["administrator"] as const;

/** Spends the link on something that takes time and may fail: the link then opens again. */
export async function spendSetUpLink<T>(
  { db, now }: Pick<Deps, "db" | "now">,
  token: string,
  work: () => Promise<T>,
): Promise<Result<T, SetUpRefusal>> {
  const hash = hashOfToken(token);
  if (!isToken(token) || !(await useSetUpLink(db, hash, now()))) return refused({ kind: "link-used" });
  try {
    return ok(await work());
  } catch (fault) {
    await reopenSetUpLink(db, hash);
    throw fault;
  }
}
