import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decode-file.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (text: string): ReturnType<typeof decodeFile> => decodeFile(bytesOf(text), "json");
const yaml = (text: string): ReturnType<typeof decodeFile> => decodeFile(bytesOf(text), "yaml");
const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  for (const [at, code] of [0xfeff, ...text.split("").map((each) => each.charCodeAt(0))].entries()) view.setUint16(at * 2, code, little);
  return new Uint8Array(view.buffer);
};

describe("the encoding of a file", () => {
  it("is UTF-8, with or without a mark", () => {
    for (const text of ['["é"]', '\uFEFF["é"]']) expect(json(text)).toEqual({ ok: true, value: { content: ["é"], problems: [] } });
  });

  it("is UTF-16 where the mark says so", () => {
    for (const little of [true, false])
      expect(decodeFile(utf16('["é€"]', little), "json")).toMatchObject({ ok: true, value: { content: ["é€"] } });
  });

  it("is that of Windows otherwise, which is said", () => {
    const bytes = Uint8Array.from([0x5b, 0x22, 0xe9, 0x20, 0x92, 0x80, 0x22, 0x5d]);
    expect(decodeFile(bytes, "json")).toEqual({
      ok: true,
      value: { content: ["é ’€"], problems: [{ kind: "encoding", encoding: "windows-1252" }] },
    });
  });

  it("stays UTF-8 in a file cut inside a character", () => {
    const whole = bytesOf('[{"name":"é"},{"name":"€');
    for (const cut of [1, 2])
      expect(decodeFile(whole.subarray(0, whole.length - cut), "json")).toMatchObject({ ok: true, value: { content: [{ name: "é" }] } });
  });

  it("has no NUL nor other control characters, which are removed and counted", () => {
    expect(json('["a\u0000\u0001b"]')).toEqual({
      ok: true,
      value: { content: ["ab"], problems: [{ kind: "control-characters", count: 2 }] },
    });
    expect(yaml("name: a\u0000b")).toMatchObject({ ok: true, value: { content: { name: "ab" } } });
  });
});

describe("a file that cannot be read", () => {
  it("is refused when it is empty", () => {
    for (const text of ["", " \n", "\uFEFF"])
      expect([json(text), yaml(text)]).toMatchObject([{ error: { kind: "empty" } }, { error: { kind: "empty" } }]);
  });

  it("is refused above 16 megabytes of JSON, or one of YAML", () => {
    expect(decodeFile(new Uint8Array(16 * 1024 * 1024 + 1), "json")).toMatchObject({ error: { kind: "too-large", bytes: 16_777_217 } });
    expect(decodeFile(new Uint8Array(1024 * 1024 + 1), "yaml")).toMatchObject({ error: { kind: "too-large" } });
  });

  it("is refused when it is a million deep", () => {
    expect(json("[".repeat(100) + "]".repeat(100)).ok).toBe(true);
    for (const text of ["[".repeat(1_000_000), '{"a":'.repeat(1_000_000), `${"[".repeat(101)}${"]".repeat(101)}`])
      expect(json(text)).toEqual({ ok: false, error: { kind: "too-deep", line: 1 } });
  });

  it("is not deep for the brackets in its texts", () => {
    expect(json(JSON.stringify(["[".repeat(1000), '\\"[['.repeat(1000)])).ok).toBe(true);
  });

  it("is refused when it has millions of values", () => {
    expect(json(`[${"1,".repeat(4_000_000)}1]`)).toEqual({ ok: false, error: { kind: "too-many-values", line: 1 } });
  });

  it("says at which line it could not be read", () => {
    expect(json("\n\nnothing")).toEqual({ ok: false, error: { kind: "unreadable", line: 1 } });
    expect(yaml("name: x\nurl: [a\nb: c\n")).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });
});

describe("a truncated file", () => {
  const kept = { content: [{ id: 1, tags: ["a,]"] }, { id: 2 }] };

  it("gives the elements before the break, of a list or of the list in an object", () => {
    for (const start of ["", '{"date":"[2026]","meta":{"softwares":[9]},"result":{"a":[8]},"softwares":']) {
      const text = `${start}[{"id":1,"tags":["a,]"]},\n{"id":2},\n{"id":3,"na`;
      expect(json(text)).toEqual({
        ok: true,
        value: { ...kept, problems: [{ kind: "truncated", line: 3, position: text.length, kept: 2 }] },
      });
    }
  });

  it("gives those before a fault, and where the fault begins", () => {
    const text = '[{"id":1,"tags":["a,]"]},\n{"id":2},\n{"id":NaN},{"id":4}]';
    expect(json(text)).toMatchObject({ value: { ...kept, problems: [{ kind: "truncated", line: 3, position: 36, kept: 2 }] } });
  });

  it("is read to its last whole element, wherever it is cut", () => {
    const whole = JSON.stringify(Array.from({ length: 9 }, (_, id) => ({ id, name: 'é"\\]},', list: [id, { a: "[" }] })));
    fc.assert(
      fc.property(fc.integer({ min: 60, max: whole.length - 1 }), (length) => {
        const decoded = json(whole.slice(0, length));
        const elements = decoded.ok ? (decoded.value.content as unknown[]) : [];
        expect(elements).toEqual((JSON.parse(whole) as unknown[]).slice(0, elements.length));
        expect(elements.length).toBe(whole.slice(0, length).split("]}").length - 1 - whole.slice(0, length).split("\\\\]}").length + 1);
      }),
    );
  });
});

describe("YAML that would take minutes and gigabytes", () => {
  const refusedKinds = (text: string): unknown => {
    const decoded = yaml(text);
    return decoded.ok ? "read" : decoded.error.kind;
  };

  it("is refused for its depth", () => {
    const steps = Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    for (const text of [
      "[".repeat(100_000),
      "{a: ".repeat(100_000),
      "- ".repeat(100_000),
      "? ".repeat(100_000),
      "? !a ".repeat(9000),
      steps,
    ])
      expect(refusedKinds(text), text.slice(0, 10)).toMatch(/^too-(deep|many-values)$/);
  });

  it("is refused for the number of its values", () => {
    const many = ["a,", "a: b\n", '"', "&a ", "!!str ", "[]", "{} ", "\\q", "a: ", "a: b\r", "- a\r\n"];
    for (const text of many) expect(refusedKinds(text.repeat(100_000)), text).toBe("too-many-values");
  });

  it("is refused where it refers to itself or to a part of it", () => {
    for (const text of ["&a [*a]", "a: &a\n  b: *a", "a: &a x\nb: *a", "a: &a {x: 1}\nb:\n  <<: *a", "a: *unknown"])
      expect(refusedKinds(text), text).toMatch(/^(references|unreadable)$/);
    expect(yaml("name: x\na: &a y\nb: *a")).toEqual({ ok: false, error: { kind: "references", line: 3 } });
    expect(refusedKinds("a: &a x\nb: y")).toBe("read");
  });

  it("is answered in some seconds, whatever its signs", () => {
    const sign = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      "- ",
      "? ",
      ": ",
      "a",
      ",",
      '"',
      "'",
      "&a ",
      "*a ",
      "!!x ",
      "|",
      ">",
      "\n",
      " ",
      "  ",
      "#",
      "%",
      "---\n",
      "\t",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (signs, times) => {
        const started = performance.now();
        yaml(signs.join("").repeat(times));
        expect(performance.now() - started).toBeLessThan(5000);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});

describe("usual YAML", () => {
  it("is read, keys told twice and second documents included", () => {
    expect(yaml("name: a\nname: b\n")).toMatchObject({ value: { content: { name: "b" } } });
    expect(yaml("name: a\n---\nname: b\n")).toEqual({
      ok: true,
      value: { content: { name: "a" }, problems: [{ kind: "several-documents" }] },
    });
    expect(yaml("date: 2026-11-21\nversion: 0.4\n")).toMatchObject({ value: { content: { date: "2026-11-21", version: 0.4 } } });
  });
});

describe("any bytes", () => {
  it("are answered, never by an exception", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom("json" as const, "yaml" as const), (bytes, syntax) => {
        expect(typeof decodeFile(bytes, syntax).ok).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});
