import { describe, expect, it } from "vitest";
import { postingsOf } from "./postings.ts";

type Row = { readonly key: number; readonly strength: number; readonly name: string };

function listOf(rows: readonly Row[]) {
  return postingsOf({
    length: () => rows.length,
    keyAt: (row) => rows[row]?.key ?? 0,
    strengthAt: (row) => rows[row]?.strength ?? 0,
    before: (a, b) => ((rows[a]?.name ?? "") < (rows[b]?.name ?? "") ? -1 : 1),
  });
}

const random = (() => {
  let seed = 42;
  return (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
})();
const aRow = (index: number): Row => ({
  key: random(7),
  strength: [1, 0.92, 0.5, 0.4][random(4)] ?? 1,
  name: String(index).padStart(4, "0"),
});

describe("lists of rows by key", () => {
  it("give the strongest first, then those added first", () => {
    const rows: Row[] = [
      { key: 1, strength: 0.4, name: "a" },
      { key: 1, strength: 1, name: "b" },
      { key: 2, strength: 1, name: "c" },
      { key: 1, strength: 0.4, name: "d" },
    ];
    const postings = listOf(rows);
    postings.settle(3, () => true);
    expect([...postings.of(1)]).toEqual([1, 0, 3]);
    expect([...postings.of(2)]).toEqual([2]);
    expect([...postings.of(0)]).toEqual([]);
    expect([...postings.of(99)]).toEqual([]);
  });

  it("are the same whether rows come at once or by portions", () => {
    const all = Array.from({ length: 500 }, (_, index) => aRow(index));
    const whole = listOf(all);
    whole.settle(7, () => true);
    const growing = all.slice(0, 200);
    const extended = listOf(growing);
    extended.settle(7, () => true);
    while (growing.length < all.length) {
      const from = growing.length;
      growing.push(...all.slice(from, from + 37));
      extended.extend(from);
    }
    for (let key = 0; key < 7; key++) expect([...extended.of(key)]).toEqual([...whole.of(key)]);
    expect(whole.of(3).length).toBeGreaterThan(30);
  });

  it("leave out what is no longer kept once they are made anew", () => {
    const postings = listOf([aRow(0), aRow(1), aRow(2)].map((row) => ({ ...row, key: 0 })));
    postings.settle(1, (row) => row !== 1);
    expect([...postings.of(0)].sort()).toEqual([0, 2]);
  });
});
