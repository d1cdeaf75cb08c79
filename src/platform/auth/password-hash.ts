import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { verifyPassword } from "better-auth/crypto";

/** What one try costs: 32 MB of memory and three times the work of better-auth's own choice, as OWASP advises for scrypt. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const satisfies ScryptOptions;
const KEY_BYTES = 64;
const SALT_BYTES = 16;
/** Names the algorithm and its cost, so that a later one can tell its own from these. */
const MARK = "scrypt-15-8-3";

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return [MARK, salt.toString("hex"), (await keyOf(password, salt)).toString("hex")].join(":");
}

/** Hashes made before ours, « salt:key », are those of better-auth; they take as long as the others, lest time tell who has one. */
export async function isPassword({ hash, password }: { readonly hash: string; readonly password: string }): Promise<boolean> {
  const [mark, salt = "", key = ""] = hash.split(":");
  if (mark !== MARK) {
    const [matches] = await Promise.all([verifyPassword({ hash, password }).catch(() => false), hashPassword(password)]);
    return matches;
  }
  const kept = Buffer.from(key, "hex");
  const given = await keyOf(password, Buffer.from(salt, "hex"));
  return kept.length === given.length && timingSafeEqual(kept, given);
}

function keyOf(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, COST, (fault, key) => (fault === null ? resolve(key) : reject(fault)));
  });
}
