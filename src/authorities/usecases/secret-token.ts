import { createHash, randomBytes } from "node:crypto";

export type SecretToken = { readonly token: string; readonly hash: string };

export function newSecretToken(): SecretToken {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashOfToken(token) };
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
