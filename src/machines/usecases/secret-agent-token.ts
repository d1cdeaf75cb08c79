import { createHash, randomBytes } from "node:crypto";

/** 144 bits that nobody guesses, in letters that pass in an address as in a configuration file. */
export function newAgentToken(): string {
  return randomBytes(18).toString("base64url");
}

/** What is kept of a token. It is random and long: a fast hash is enough. */
export function hashOfAgentToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
