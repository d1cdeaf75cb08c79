import { describe, expect, it } from "vitest";
import { testDatabase } from "./testing.ts";
import { together } from "./together.ts";

const { db } = await testDatabase();

describe("questions asked together", () => {
  it("are one question for those of a turn, each answered its own, and are asked again the next time", async () => {
    const asked: (readonly number[])[] = [];
    const double = together(async (_, numbers: readonly number[]) => {
      asked.push(numbers);
      return numbers.map((number) => number * 2);
    });
    expect(await Promise.all([double(db, 1), double(db, 2), double(db, 1)])).toEqual([2, 4, 2]);
    expect(await double(db, 1)).toBe(2);
    expect(asked).toEqual([[1, 2, 1], [1]]);
  });

  it("fail together, and not those that come afterwards", async () => {
    let broken = true;
    const ask = together(async (_, keys: readonly string[]) => {
      if (broken) throw new Error("connection lost");
      return keys;
    });
    expect((await Promise.allSettled([ask(db, "a"), ask(db, "b")])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    broken = false;
    expect(await ask(db, "a")).toBe("a");
  });

  it("are asked where each reader stands: a transaction's are its own", async () => {
    const askers: boolean[] = [];
    const ask = together(async (reader, keys: readonly string[]) => {
      askers.push(reader.isTransaction);
      return keys;
    });
    const inside = db.transaction().execute((trx) => Promise.all([ask(trx, "c"), ask(trx, "d")]));
    expect(await Promise.all([ask(db, "a"), ask(db, "b"), inside])).toEqual(["a", "b", ["c", "d"]]);
    expect(askers.sort()).toEqual([false, true]);
  });
});
