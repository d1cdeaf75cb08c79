import { expect, it } from "vitest";
import { isNobodys, type KnownSupplier } from "./reconcile.ts";

it("a supplier is nobody's where sources alone speak of it: no fact, no service and no supplier written by hand", () => {
  const said: KnownSupplier = {
    id: "s",
    origin: "source",
    name: "Coopérative",
    siren: null,
    website: null,
    byHand: [],
    keys: [],
    servesByHand: false,
    withdrawn: false,
  };
  expect(isNobodys(said)).toBe(true);
  expect(
    [{ origin: "hand" } as const, { byHand: ["place"] }, { servesByHand: true }].map((facts) => isNobodys({ ...said, ...facts })),
  ).toEqual([false, false, false]);
});
