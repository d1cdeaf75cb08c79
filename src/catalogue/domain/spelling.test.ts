import { describe, expect, it } from "vitest";
import { likeness, typingErrors } from "./spelling.ts";

describe("typing errors", () => {
  it.each([
    ["sondage", "sondage", 0],
    ["sondaje", "sondage", 1],
    ["thunderbrid", "thunderbird", 1],
    ["sondag", "sondage", 1],
    ["sonndage", "sondage", 1],
    ["", "sig", 3],
    ["sig", "", 3],
    ["abcd", "badc", 2],
  ])("between « %s » and « %s »: %i", (one, other, errors) => {
    expect(typingErrors(one, other)).toBe(errors);
    expect(typingErrors(other, one)).toBe(errors);
  });

  it("are forgiven according to the length of the word, and never in a short one", () => {
    expect(likeness("sig", "ged")).toBe(0);
    expect(likeness("sgi", "sig")).toBe(0);
    expect(likeness("exce", "excel")).toBeCloseTo(0.8);
    expect(likeness("zoom", "word")).toBe(0);
    expect(likeness("vizioconferense", "visioconference")).toBeCloseTo(1 - 2 / 15);
  });
});
