import { describe, expect, it } from "vitest";
import { checkAttachments } from "./attachments.ts";

const bytes = new TextEncoder().encode("Bonjour");

describe("the name of an attached file", () => {
  it("has an extension of ours, not one that every object inherits", () => {
    expect(checkAttachments([{ name: "note.txt", bytes }]).ok).toBe(true);
    for (const name of ["plan.constructor", "plan.__proto__", "constructor"])
      expect(checkAttachments([{ name, bytes }])).toMatchObject({ ok: false, error: { kind: "file-type" } });
  });

  it("is shortened without leaving half of a letter", () => {
    const result = checkAttachments([{ name: `${"a".repeat(99)}😀${"b".repeat(60)}.txt`, bytes }]);
    expect(result.ok && result.value.map(({ name }) => [name.length <= 150, name.isWellFormed()])).toEqual([[true, true]]);
  });
});
