import { describe, expect, it } from "vitest";
import { checkAttachments } from "./attachments.ts";

const bytes = new TextEncoder().encode("Bonjour");

describe("the content of an attached file", () => {
  it("is text where its name says so: a program renamed is refused", () => {
    const kindOf = (...content: readonly number[]) => {
      const result = checkAttachments([{ name: "note.txt", bytes: new Uint8Array(content) }]);
      return result.ok ? "ok" : result.error.kind;
    };
    expect(kindOf(0x4d, 0x5a, 0x90, 0x00)).toBe("file-type");
    expect(kindOf(0xff, 0xfe, 0x41, 0x00)).toBe("ok");
    expect(kindOf(0xe9, 0x74, 0xe9)).toBe("ok");
  });
});

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
