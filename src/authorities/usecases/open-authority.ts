import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { insertInvitation } from "../db/invitations.ts";
import type { AuthorityKind } from "../domain/authority.ts";
import { invitationExpiry } from "../domain/secret-link.ts";
import { createAuthority } from "./create-authority.ts";
import { newSecretToken } from "./secret-token.ts";

export type OpenAuthorityInput = {
  readonly name: string;
  readonly kind: AuthorityKind;
  readonly administrator: { readonly name: string; readonly email: string };
};

/** The operator of the instance opens one more authority; its first administrator is invited by the link that comes back, open 14 days. */
export async function openAuthority(
  deps: Pick<Deps, "db" | "now" | "config">,
  { name, kind, administrator }: OpenAuthorityInput,
): Promise<string> {
  const { db, now, config } = deps;
  const authorityId = await createAuthority({ db, now }, { name, kind });
  const { token, hash } = newSecretToken();
  await inAuthority(db, authorityId, async (trx) => {
    const at = now();
    const id = newId<string>();
    const roles = ["administrator"] as const;
    await insertInvitation(trx, {
      id,
      ...administrator,
      departmentId: null,
      roles,
      tokenHash: hash,
      invitedBy: null,
      invitedAt: at,
      expiresAt: invitationExpiry(at),
    });
    await journal(trx, {
      what: "person-invited",
      subject: { type: "invitation", id },
      content: { roles, departmentId: null },
      by: null,
      at,
    });
    return ok(null);
  });
  return `${config.publicUrl}/invitation/${token}`;
}
