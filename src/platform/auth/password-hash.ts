import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { verifyPassword } from "better-auth/crypto";

/** What one try costs: `2 ** log2N` blocks of `r` times 128 bytes in memory, gone through `p` times. */
export type ScryptCost = { readonly log2N: number; readonly r: number; readonly p: number };
export type PasswordHashing = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (kept: { readonly hash: string; readonly password: string }) => Promise<boolean>;
};

/** 32 MB of memory and three times the work of better-auth's own choice, as OWASP advises for scrypt. */
export const ADVISED_COST: ScryptCost = { log2N: 15, r: 8, p: 3 };
const KEY_BYTES = 64;
const SALT_BYTES = 16;

/**
 * Each hash names its algorithm and its cost: those made at another cost still open. Those made before ours, « salt:key », are
 * better-auth's. Neither takes less time than ours, lest time tell who has one.
 */
export function passwordHashing(cost: ScryptCost): PasswordHashing {
  const mark = `scrypt-${cost.log2N}-${cost.r}-${cost.p}`;
  const hash = async (password: string): Promise<string> => {
    const salt = randomBytes(SALT_BYTES);
    return [mark, salt.toString("hex"), (await keyOf(password, salt, cost)).toString("hex")].join(":");
  };
  return {
    hash,
    verify: async ({ hash: kept, password }) => {
      if (kept.startsWith(`${mark}:`)) return opens(kept, password, cost);
      const [matches] = await Promise.all([isPasswordOfAnother(kept, password), hash(password)]);
      return matches;
    },
  };
}

async function isPasswordOfAnother(kept: string, password: string): Promise<boolean> {
  const [, log2N, r, p] = /^scrypt-(\d{1,2})-(\d{1,2})-(\d{1,2}):/.exec(kept) ?? [];
  try {
    if (log2N === undefined) return await verifyPassword({ hash: kept, password });
    return await opens(kept, password, { log2N: Number(log2N), r: Number(r), p: Number(p) });
  } catch {
    // Not a hash at all.
    return false;
  }
}

async function opens(kept: string, password: string, cost: ScryptCost): Promise<boolean> {
  const [, salt = "", key = ""] = kept.split(":");
  const expected = Buffer.from(key, "hex");
  const given = await keyOf(password, Buffer.from(salt, "hex"), cost);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function keyOf(password: string, salt: Buffer, { log2N, r, p }: ScryptCost): Promise<Buffer> {
  const N = 2 ** log2N;
  // Twice what it takes: Node's own limit is that of a lesser cost.
  const options = { N, r, p, maxmem: 2 * 128 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (fault, key) => (fault === null ? resolve(key) : reject(fault)));
  });
}
