import fc from "fast-check";
import { expect, it } from "vitest";
import { BOX_HEIGHT, BOX_WIDTH, type Box, layoutOf } from "./map-layout.ts";

const boxes = (...ids: readonly string[]): readonly Box[] =>
  ids.map((id) => ({ id, side: id.startsWith("o") ? "others" : id.startsWith("c") ? "countries" : "ours" }));

it("who depends is on the left of what is needed, then come the others, then countries", () => {
  const {
    boxes: placed,
    width,
    paths,
  } = layoutOf(boxes("b", "a", "alone", "o", "c"), [
    { from: "a", to: "b" },
    { from: "b", to: "o" },
    { from: "o", to: "c" },
  ]);
  const x = (id: string): number => placed.get(id)?.x ?? Number.NaN;
  expect([x("a") < x("b"), x("b") === x("alone"), x("b") < x("o"), x("o") < x("c")]).toEqual([true, true, true, true]);
  expect(width).toBe(x("c") + BOX_WIDTH + 6);
  expect(paths.every((path) => path.startsWith("M"))).toBe(true);
});

it("no two boxes meet, and all are within the drawing, whatever is joined, loops included", () => {
  const ids = ["a", "b", "d", "e", "f", "g", "o1", "o2", "o3", "c1", "c2"];
  const joins = fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), { maxLength: 40 });
  fc.assert(
    fc.property(joins, fc.subarray(ids), (all, shown) => {
      const { width, height, boxes: placed, paths } = layoutOf(boxes(...shown), all);
      expect(paths.join("")).not.toMatch(/NaN|Infinity/);
      const corners = [...placed.values()];
      expect(corners).toHaveLength(shown.length);
      for (const [index, one] of corners.entries()) {
        expect([one.x >= 0, one.y >= 0, one.x + BOX_WIDTH <= width, one.y + BOX_HEIGHT <= height]).toEqual([true, true, true, true]);
        for (const other of corners.slice(index + 1)) expect(one.x !== other.x || Math.abs(one.y - other.y) >= BOX_HEIGHT).toBe(true);
      }
    }),
  );
});
