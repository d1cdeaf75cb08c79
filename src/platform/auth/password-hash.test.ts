import { hashPassword as formerHash } from "better-auth/crypto";
import { describe, expect, it } from "vitest";
import { hashPassword, isPassword } from "./password-hash.ts";

const password = "correct cheval pile agrafe";

describe("the hash of a password", () => {
  it("names its cost, is another each time, and opens to that password alone", async () => {
    const [one, two] = [await hashPassword(password), await hashPassword(password)];
    expect(one).toMatch(/^scrypt-15-8-3:[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(one).not.toBe(two);
    expect(await isPassword({ hash: one, password })).toBe(true);
    expect(await isPassword({ hash: one, password: `${password}s` })).toBe(false);
  });

  it("made before ours still opens, to that password alone", async () => {
    const hash = await formerHash(password);
    expect(await isPassword({ hash, password: "une autre phrase" })).toBe(false);
    expect(await isPassword({ hash, password })).toBe(true);
  });

  it("that is none opens to nothing", async () => {
    for (const hash of ["", ":", "x", "scrypt-15-8-3::", `scrypt-15-8-3:00:${"0".repeat(128)}`])
      expect([hash, await isPassword({ hash, password })]).toEqual([hash, false]);
  });
});
