import { describe, expect, it } from "vitest";
import { rowsOf, type Separator } from "./delimited-text.ts";

const read = (text: string, separator: Separator = ";"): [number, readonly string[]][] =>
  [...rowsOf(text, separator)].map(({ line, cells }) => [line, cells]);

describe("a file of separated values", () => {
  it("is read cell by cell, each row with its line", () => {
    expect(read("nom;objet\nGRR;salles\n\nPMB;prêts")).toEqual([
      [1, ["nom", "objet"]],
      [2, ["GRR", "salles"]],
      [4, ["PMB", "prêts"]],
    ]);
  });

  it("keeps separators, quotes and new lines that are between quotes, and counts the lines inside", () => {
    expect(read('"a;b";"dit ""oui""";"deux\nlignes"\nsuite;;')).toEqual([
      [1, ["a;b", 'dit "oui"', "deux\nlignes"]],
      [3, ["suite", "", ""]],
    ]);
  });

  it("keeps a quote in the middle of a cell, and what follows a closing quote", () => {
    expect(read('écran 24";"a"b;c')).toEqual([[1, ['écran 24"', "ab", "c"]]]);
  });

  it("reads a line whose quote is never closed alone, and the lines after it as they are", () => {
    const rows = [...rowsOf('GRR;"salles\nPMB;prêts\n', ";")];
    expect(rows.map(({ line, unclosedQuote }) => [line, unclosedQuote])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(rows[1]?.cells).toEqual(["PMB", "prêts"]);
  });

  it("does not let a quote that is never closed swallow the lines after it, be others quoted", () => {
    const good = Array.from({ length: 500 }, (_, index) => `Logiciel numéro ${index};un usage`).join("\n");
    const rows = [...rowsOf(`"Ouvert;\n${good}\n"PMB";"prêts"`, ";")];
    expect(rows).toHaveLength(502);
    expect(rows.filter(({ unclosedQuote }) => unclosedQuote).map(({ line }) => line)).toEqual([1]);
    expect(rows.at(-1)).toMatchObject({ line: 502, cells: ["PMB", "prêts"] });
  });

  it("has two hundred cells at most on a row", () => {
    const [row, next] = [...rowsOf(`${"a;".repeat(1_000)}\nb`, ";")];
    expect([row?.cells.length, next?.cells]).toEqual([200, ["b"]]);
  });

  it("reads with tabs and commas too", () => {
    expect(read("a\tb", "\t")).toEqual([[1, ["a", "b"]]]);
    expect(read("a,b;c", ",")).toEqual([[1, ["a", "b;c"]]]);
  });

  it.each([
    ["a line of two million separators", ";".repeat(2_000_000)],
    ["a cell of two megabytes", "a".repeat(2_000_000)],
    ["a quote opened at every line", '"a\n'.repeat(600_000)],
    ["two million empty lines", "\n".repeat(2_000_000)],
    ["doubled quotes without end", '"'.repeat(2_000_001)],
  ])("is read in little time, be it %s", (_, text) => {
    const start = performance.now();
    let rows = 0;
    for (const _row of rowsOf(text, ";")) if (++rows > 5_000) break;
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
