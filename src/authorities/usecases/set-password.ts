import type { PersonId } from "#src/kernel/ids.ts";
import type { Auth } from "#src/platform/auth/auth.ts";

/** Gives an account a password, its first or another. The caller has made sure that whoever asks may. */
export async function setPassword(auth: Auth, personId: PersonId, password: string): Promise<void> {
  const { internalAdapter, password: hashing } = await auth.$context;
  const hash = await hashing.hash(password);
  if ((await internalAdapter.findCredentialAccount(personId)) !== null) return internalAdapter.updatePassword(personId, hash);
  await internalAdapter.linkAccount({ userId: personId, providerId: "credential", accountId: personId, password: hash });
}

export async function hasPassword(auth: Auth, personId: PersonId): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.findCredentialAccount(personId)) !== null;
}
