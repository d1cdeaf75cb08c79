import { setTimeout as pause } from "node:timers/promises";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import type { PersonId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type Caller, callAuth } from "#src/platform/auth/credentials.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { mailFault } from "#src/platform/mail/mailer.ts";
import { notify } from "#src/platform/notifications/notify.ts";
import { findMember } from "../db/members.ts";
import { membershipsOf } from "../db/people.ts";
import { newSecretToken } from "./secret-token.ts";

export type TooManyAttempts = { readonly kind: "too-many-attempts"; readonly seconds: number };

/** Every answer takes this long: the time that a mail server takes says nothing of who has an account. */
const ANSWER_MS = 400;

/** Sends a reset link to an address, if it has an account: whoever asks cannot tell. */
export async function requestPasswordReset(
  { auth, log }: Pick<Deps, "auth" | "log">,
  caller: Caller,
  email: string,
): Promise<Result<void, TooManyAttempts>> {
  const sent = callAuth(auth, { ...caller, cookies: "" }, "/request-password-reset", { email }).catch((err: unknown) => {
    log.error(mailFault(err), "password reset not sent");
    return undefined;
  });
  const [answer] = await Promise.all([Promise.race([sent, pause(ANSWER_MS, undefined)]), pause(ANSWER_MS)]);
  return answer?.status === 429 ? refused(tooMany(answer)) : ok(undefined);
}

export async function isResetOpen({ auth }: Pick<Deps, "auth">, token: string): Promise<boolean> {
  if (!isResetToken(token)) return false;
  const { internalAdapter } = await auth.$context;
  const value = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return value !== null && value.expiresAt > new Date();
}

/** Sets the password that a reset link allows, and signs the person out everywhere. */
export async function resetPassword(
  { auth }: Pick<Deps, "auth">,
  caller: Caller,
  token: string,
  newPassword: string,
): Promise<Result<void, TooManyAttempts | { readonly kind: "link-over" }>> {
  if (!isResetToken(token)) return refused({ kind: "link-over" });
  const answer = await callAuth(auth, { ...caller, cookies: "" }, "/reset-password", { token, newPassword });
  if (answer.ok) return ok(undefined);
  return refused(answer.status === 429 ? tooMany(answer) : { kind: "link-over" });
}

function isResetToken(token: string): boolean {
  return /^[A-Za-z0-9_-]{16,64}$/.test(token);
}

function tooMany(answer: Response): TooManyAttempts {
  return { kind: "too-many-attempts", seconds: Number(answer.headers.get("x-retry-after") ?? 60) };
}

export type MakeResetLinkRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  /** Their account opens other authorities too: an administrator of one must not be able to enter the others. */
  | { readonly kind: "belongs-elsewhere" };

const LINK_HOURS = 24;
/** Where one ends one's sessions and chooses another password. */
const OWN_ACCOUNT = "/mon-compte";
const HOUR_MS = 3_600_000;

/**
 * An administrator makes a link, to hand over, by which a member chooses a new password. The member is told: whoever holds the link
 * could enter in their name.
 */
export async function makeResetLink(deps: Deps, agent: Agent, personId: PersonId): Promise<Result<string, MakeResetLinkRefusal>> {
  const { db, auth, now, config } = deps;
  if (!agent.may("manage-people")) return refused({ kind: "not-allowed" });
  const elsewhere = (await membershipsOf(db, personId)).some(({ authorityId }) => authorityId !== agent.authorityId);
  const { token } = newSecretToken();
  const made = await inAuthority(db, agent.authorityId, async (trx) => {
    const member = await findMember(trx, personId);
    if (member === undefined || member.leftAt !== null) return refused({ kind: "not-found" });
    if (elsewhere) return refused({ kind: "belongs-elsewhere" });
    const by = { id: agent.id, role: roleFor(agent, "manage-people") };
    const at = now();
    await journal(trx, { what: "reset-link-made", subject: { type: "person", id: personId }, content: {}, by, at });
    const detail = { title: agent.name, path: OWN_ACCOUNT };
    await notify(trx, deps, [personId], { kind: "reset-link-made", subjectId: personId, detail, at });
    return ok(member);
  });
  if (!made.ok) return made;
  const { internalAdapter } = await auth.$context;
  // better-auth judges by the machine's clock, never by ours.
  const expiresAt = new Date(Date.now() + LINK_HOURS * HOUR_MS);
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: personId, expiresAt });
  return ok(`${config.publicUrl}/reinitialisation/${token}`);
}
