import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf, readCursor, writeCursor } from "./cursor.ts";

describe("a cursor", () => {
  it("is read as it was written", () => {
    const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/);
    fc.assert(
      fc.property(slug, (each) => {
        expect(readCursor(writeCursor({ kind: "after", key: each }))).toEqual({ kind: "after", key: each });
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 999_999 }), fc.string(), (offset, text) => {
        const cursor = { kind: "at", offset, asked: fingerprintOf(text) } as const;
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it("travels in an address as it is", () => {
    const written = writeCursor({ kind: "after", key: "a".repeat(80) });
    expect(encodeURIComponent(written)).toBe(written);
  });

  it("that we never wrote is none, and nothing breaks", () => {
    expect(["", "x", "====", "YS4", btoa("a.UPPER"), btoa("f.-1.x"), "é", "a".repeat(10_000)].map(readCursor)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readCursor(text)));
  });

  it("tells one search from another", () => {
    expect(fingerprintOf("gimp")).toBe(fingerprintOf("gimp"));
    expect(
      new Set([fingerprintOf("gimp"), fingerprintOf("gimp", "x"), fingerprintOf("gim", "p"), fingerprintOf("gimp", undefined)]).size,
    ).toBe(4);
  });
});
