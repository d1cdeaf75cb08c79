import { hashPassword as formerHash } from "better-auth/crypto";
import { describe, expect, it } from "vitest";
import { ADVISED_COST, passwordHashing } from "./password-hash.ts";

const password = "correct cheval pile agrafe";
const { hash, verify } = passwordHashing(ADVISED_COST);
const light = passwordHashing({ log2N: 10, r: 8, p: 1 });

describe("the hash of a password", () => {
  it("names its cost, is another each time, and opens to that password alone", async () => {
    const [one, two] = [await hash(password), await hash(password)];
    expect(one).toMatch(/^scrypt-15-8-3:[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(one).not.toBe(two);
    expect(await verify({ hash: one, password })).toBe(true);
    expect(await verify({ hash: one, password: `${password}s` })).toBe(false);
  });

  it("made before ours, or at another cost, still opens, to that password alone", async () => {
    for (const former of [await formerHash(password), await light.hash(password)]) {
      expect(await verify({ hash: former, password: "une autre phrase" })).toBe(false);
      expect(await verify({ hash: former, password })).toBe(true);
    }
  });

  it("that is none opens to nothing", async () => {
    for (const kept of ["", ":", "x", "scrypt-15-8-3::", `scrypt-15-8-3:00:${"0".repeat(128)}`, "scrypt-0-0-0::", "scrypt-1-1-1:00:00"])
      expect([kept, await light.verify({ hash: kept, password })]).toEqual([kept, false]);
  });
});
