import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { THEMES } from "./themes.ts";

it("puts each category of the vocabulary in one theme, and no other", () => {
  const themed = Object.values(THEMES).flat();
  expect(themed.length).toBe(106);
  expect([...themed].sort()).toEqual(Object.keys(parse(readFileSync("data/vocabularies/publiccode-categories.yml", "utf8"))).sort());
});
