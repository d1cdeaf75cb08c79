import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { softwareQuery } from "./operations.ts";
import { readQuery } from "./read-query.ts";

const read = (query: string) => readQuery(softwareQuery, `http://localhost/api/v1/software?${query}`);
const codes = (query: string) => {
  const result = read(query);
  return result.ok ? [] : result.faults.map(({ parameter, code }) => `${parameter}: ${code}`);
};

describe("the query of an address", () => {
  it("is read by type, and what is not said has its usual value", () => {
    expect(read("")).toEqual({ ok: true, value: { limit: 20 } });
    expect(read("q=tableur&free=true&limit=100")).toEqual({ ok: true, value: { q: "tableur", free: "true", limit: 100 } });
    expect(read("q=r%C3%A9server+une+salle")).toMatchObject({ value: { q: "réserver une salle" } });
  });

  it("is refused with what is wrong, parameter by parameter", () => {
    expect(codes("limit=0")).toEqual(["limit: out-of-range"]);
    expect(codes("limit=101")).toEqual(["limit: out-of-range"]);
    expect(codes("limit=ten")).toEqual(["limit: not-a-number"]);
    expect(codes("limit=1.5")).toEqual(["limit: not-a-number"]);
    expect(codes("free=yes")).toEqual(["free: not-a-choice"]);
    expect(codes("category=Office!")).toEqual(["category: malformed"]);
    expect(codes("q=")).toEqual(["q: empty"]);
    expect(codes(`q=${"x".repeat(501)}`)).toEqual(["q: too-long"]);
    expect(codes("q=a&q=b")).toEqual(["q: repeated"]);
    expect(codes("licence=libre")).toEqual(["licence: unknown"]);
    expect(codes("__proto__=x")).toEqual(["__proto__: unknown"]);
    expect(codes("free=yes&limit=0&x=1")).toEqual(["free: not-a-choice", "limit: out-of-range", "x: unknown"]);
  });

  it("whatever it is, is read or refused, never a fault", () => {
    const name = fc.oneof(
      fc.constantFrom("q", "free", "category", "replaces", "limit", "cursor", "__proto__", "constructor", ""),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: "binary" }))), (pairs) => {
        const result = read(new URLSearchParams(pairs).toString());
        expect(result.ok || (result.faults.length > 0 && result.faults.length <= 10)).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.webQueryParameters(), (query) => void read(query)));
  });
});
