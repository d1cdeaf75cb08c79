import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type FormValues, field, parseForm } from "./form.ts";

const check = <T>(one: z.ZodType<T>, ...typed: (string | File)[]) => {
  const form: FormValues = typed.length === 0 ? {} : { it: typed };
  const result = parseForm(z.object({ it: one }), form);
  return result.ok ? (result.value as { it: T }).it : result.error.map(({ code }) => code).join();
};

describe("a field of a form", () => {
  it("of millions of combining marks, or of megabytes where an address is asked, is refused at once", () => {
    const begun = performance.now();
    expect(check(field.text(100), "e\u0301\u0316")).toBe("\u00e9\u0316");
    expect(check(field.text(100), `a${"\u0300\u0316".repeat(100_000)}`)).toBe("control-characters");
    expect(check(field.email(), `${"a.".repeat(5_000_000)}@`)).toBe("email");
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it("that a browser did not send is an empty one", () => {
    expect(check(field.optionalLine(10))).toBeNull();
    expect(check(field.line(10))).toBe("required");
    expect(check(field.flag())).toBe(false);
    expect(check(field.choices(["a", "b"]))).toEqual([]);
    expect(check(field.ids())).toEqual([]);
  });

  it("is trimmed, its lines end in \\n, and its accents are composed", () => {
    expect(check(field.text(20), "  un\r\ndeux\rtrois ")).toBe("un\ndeux\ntrois");
    expect(check(field.line(20), "e\u0301te\u0301")).toBe("été");
    expect(check(field.secret(20), "  e\u0301te\u0301 ")).toBe("  été ");
    expect(check(field.secret(3), "    ")).toBe("too-long:3");
  });

  it("says what is wrong by a code", () => {
    expect(check(field.line(3), "quatre")).toBe("too-long:3");
    expect(check(field.line(30), "a\nb")).toBe("one-line");
    expect(check(field.line(30), "a\0b")).toBe("control-characters");
    expect(check(field.line(30), "\uD800")).toBe("control-characters");
    expect(check(field.day(), "2026-02-30")).toBe("date");
    expect(check(field.day(), "2026-02-28")).toBe("2026-02-28");
    expect(check(field.euros(), "douze")).toBe("amount");
    expect(check(field.wholeNumber(1, 9), "10")).toBe("whole-number:1:9");
    expect(check(field.id(), "x")).toBe("unknown-choice");
    expect(check(field.email(), "personne")).toBe("email");
    expect(check(field.web(), "javascript:alert(1)")).toBe("web-address");
    expect(check(field.choice(["a", "b"]), "c")).toBe("unknown-choice");
    expect(check(field.choices(["a", "b"], 1))).toBe("required");
    expect(check(field.line(10), new File(["x"], "x"))).toBe("required");
  });

  it("reads amounts as French people type them", () => {
    expect(["8 400", "8\u202f400,50", "12,5 €", "0"].map((text) => check(field.euros(), text))).toEqual([840_000, 840_050, 1_250, 0]);
    expect(["8.400,50", "-3", "1e3", "1000000000001"].map((text) => check(field.euros(), text))).toEqual([
      "amount",
      "amount",
      "amount",
      "amount",
    ]);
  });
});
