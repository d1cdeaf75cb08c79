import { describe, expect, it } from "vitest";
import { together } from "./together.ts";

describe("questions asked together", () => {
  it("are one question for those of a turn, each answered its own, and are asked again the next time", async () => {
    const asked: (readonly number[])[] = [];
    const double = together(async (numbers: readonly number[]) => {
      asked.push(numbers);
      return numbers.map((number) => number * 2);
    });
    expect(await Promise.all([double(1), double(2), double(1)])).toEqual([2, 4, 2]);
    expect(await double(1)).toBe(2);
    expect(asked).toEqual([[1, 2, 1], [1]]);
  });

  it("fail together, and not those that come afterwards", async () => {
    let broken = true;
    const ask = together(async (keys: readonly string[]) => {
      if (broken) throw new Error("connection lost");
      return keys;
    });
    expect((await Promise.allSettled([ask("a"), ask("b")])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    broken = false;
    expect(await ask("a")).toBe("a");
  });
});
