import { createHash, randomBytes } from "node:crypto";

/** 256 bits that nobody guesses; what is kept of them tells them not. */
export function newFeedSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOfSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

export function isFeedSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
