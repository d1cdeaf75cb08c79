import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { ok } from "#src/kernel/result.ts";
import { ensurePerson } from "#src/platform/auth/credentials.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { upsertMember } from "../db/members.ts";
import type { NewMember } from "../domain/member.ts";

export type MemberFacts = Pick<NewMember, "name" | "email" | "roles"> &
  Partial<Pick<NewMember, "jobTitle" | "departmentId">> & {
    readonly language?: Language;
    /** Without one, the person signs in by a link, or after a reset. */
    readonly password?: string;
  };

/** Makes somebody a member without an invitation: for setting up, the demonstration and tests. */
export async function addMember(
  { db, auth, now }: Pick<Deps, "db" | "auth" | "now">,
  authorityId: AuthorityId,
  { language = "fr", password, ...member }: MemberFacts,
): Promise<PersonId> {
  const email = member.email.toLowerCase();
  const { id } = await ensurePerson(auth, { email, name: member.name, language, ...(password === undefined ? {} : { password }) });
  await inAuthority(db, authorityId, async (trx) => {
    const at = now();
    await upsertMember(trx, id, { jobTitle: null, departmentId: null, ...member, email }, at);
    await journal(trx, { what: "member-added", subject: { type: "person", id }, content: { roles: member.roles }, by: null, at });
    return ok(id);
  });
  return id;
}
