import { describe, expect, it } from "vitest";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { keyOf, versionOf } from "./form-marks.ts";

describe("what a form carries besides what was typed", () => {
  it("is the identifier of what it makes: its own, or another where it carries none that is one", () => {
    const id = newId<string>();
    expect(keyOf({ _cle: [id] })).toBe(id);
    for (const form of [{}, { _cle: [] }, { _cle: ["x"] }, { _cle: [`${id}\u0000`] }]) {
      const made = keyOf(form);
      expect([isUuid(made), made === id]).toEqual([true, false]);
    }
  });

  it("is the version that was read: none that ever was, where it is no number", () => {
    expect(versionOf({ _version: ["12"] })).toBe(12);
    for (const version of ["", "-1", "1.5", "1e3", "9999999999", "deux"]) expect(versionOf({ _version: [version] })).toBe(0);
    expect(versionOf({})).toBe(0);
  });
});
