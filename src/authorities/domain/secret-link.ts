/** Links that let somebody in: 32 random bytes in the address, only their SHA-256 kept. */
export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

/** 43 characters of base64url. Anything else was never one of ours. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

export function invitationExpiry(at: Date): Date {
  return new Date(at.getTime() + INVITATION_DAYS * DAY_MS);
}
