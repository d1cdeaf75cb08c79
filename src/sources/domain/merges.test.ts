import { expect, it } from "vitest";
import { mergesOf, type SamePair, type Weight } from "./merges.ts";

const same = (a: string, b: string): SamePair => ({ a, b });
const merges = (pairs: readonly SamePair[], ...weights: readonly Weight[]) =>
  Object.fromEntries(mergesOf(pairs, new Map(weights.map((weight) => [weight.slug, weight]))));
const weight = (slug: string, statements: number, isStarter = false): Weight => ({ slug, isStarter, statements });

it("of software that people said are the same, ours stands for all, were more said of another", () => {
  const pairs = [same("grr", "grr-2")];
  expect(merges(pairs, weight("grr", 5), weight("grr-2", 1, true))).toEqual({ grr: "grr-2" });
  expect(merges(pairs, weight("grr", 1), weight("grr-2", 5))).toEqual({ grr: "grr-2" });
  expect(merges(pairs, weight("grr", 2), weight("grr-2", 2))).toEqual({ "grr-2": "grr" });
});

it("a chain of verdicts is one group, behind one software", () => {
  const weights = [weight("a", 1), weight("b", 9), weight("c", 1), weight("d", 1)];
  expect(merges([same("a", "b"), same("c", "d"), same("b", "c")], ...weights)).toEqual({ a: "b", c: "b", d: "b" });
});
