import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cover } from "./contract.ts";
import { coverRefusal, parseShare, sharesOf } from "./shares.ts";

const covers = (...shares: readonly (number | null)[]): readonly Cover[] =>
  shares.map((share, index) => ({ installationId: String(index) as Cover["installationId"], share }));

describe("the shares of a contract", () => {
  it("follow the percents said, and the rest is shared in equal parts", () => {
    expect(sharesOf(10_000, covers(40, null, null))).toEqual([4_000, 3_000, 3_000]);
    expect(sharesOf(10_000, covers(null, null, null))).toEqual([3_334, 3_333, 3_333]);
    expect(sharesOf(10_000, covers(25))).toEqual([2_500]);
    expect(sharesOf(10_000, covers(100, null))).toEqual([10_000, 0]);
    expect(sharesOf(10_000, [])).toEqual([]);
  });

  it("never make more than the contract, and make all of it where one is an equal part", () => {
    const share = fc.option(fc.integer({ min: 0, max: 1_000 }).map((each) => each / 100));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), fc.array(share, { minLength: 1, maxLength: 10 }), (amount, shares) => {
        const parts = sharesOf(amount, covers(...shares));
        const sum = parts.reduce((total, cents) => total + cents, 0);
        expect(parts.every((cents) => Number.isInteger(cents) && cents >= 0)).toBe(true);
        expect(sum).toBeLessThanOrEqual(amount);
        if (shares.includes(null)) expect(sum).toBe(amount);
      }),
    );
  });

  it("are refused over a hundred percent, and accepted at a hundred whatever the decimals", () => {
    expect(coverRefusal(covers(33.33, 33.33, 33.34))).toBeUndefined();
    expect(coverRefusal(covers(60, 40.01))).toEqual({ kind: "shares-over-100", sum: 100.01 });
    expect(coverRefusal(covers(...Array.from({ length: 201 }, () => null)))).toEqual({ kind: "too-many-covered", most: 200 });
  });

  it("are read as French people type them", () => {
    expect(["40", "12,5", "12.5", " 40 % ", "100", "0"].map(parseShare)).toEqual([40, 12.5, 12.5, 40, 100, 0]);
    expect(["", "101", "-1", "12,345", "abc", "1e2"].map(parseShare)).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});
