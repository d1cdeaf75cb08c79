import { describe, expect, it } from "vitest";
import { odsRows } from "./ods-rows.ts";

const sheet = (rows: string): string =>
  `<?xml version="1.0"?><office:body><office:spreadsheet><table:table>${rows}</table:table></office:spreadsheet></office:body>`;
const row = (cells: string, attributes = ""): string => `<table:table-row${attributes}>${cells}</table:table-row>`;
const cell = (text: string, attributes = ""): string => `<table:table-cell${attributes}><text:p>${text}</text:p></table:table-cell>`;
const read = (xml: string): [number, readonly string[]][] => [...odsRows(xml)].map(({ line, cells }) => [line, cells]);

describe("the rows of a spreadsheet", () => {
  it("are read cell by cell, each with its line, empty ones passed over", () => {
    const empty = row("<table:table-cell/>", ' table:number-rows-repeated="2"');
    expect(read(sheet(`${row(cell("Nom") + cell("Objet"))}${empty}${row(cell("GRR") + cell("Salles"))}`))).toEqual([
      [1, ["Nom", "Objet"]],
      [4, ["GRR", "Salles"]],
    ]);
  });

  it("keep paragraphs, spaces, entities, links; leave comments aside", () => {
    const note = "<office:annotation><text:p>Un avis</text:p></office:annotation>";
    const cells = `<table:table-cell>${note}<text:p>Été &amp; <text:a xlink:href="x>y">hiver</text:a></text:p><text:p>a<text:s text:c="3"/>b</text:p></table:table-cell>`;
    expect(read(sheet(row(cells)))).toEqual([[1, ["Été & hiver\na   b"]]]);
  });

  it("take days, numbers and truth from their value, whatever is shown", () => {
    const cells = [
      cell("21/11/26", ' office:value-type="date" office:date-value="2026-11-21T00:00:00"'),
      cell("1 200", ' office:value-type="float" office:value="1200"'),
      cell("VRAI", ' office:value-type="boolean" office:boolean-value="true"'),
      cell("=1+1", ' office:value-type="string"'),
    ];
    expect(read(sheet(row(cells.join(""))))).toEqual([[1, ["2026-11-21", "1200", "true", "=1+1"]]]);
  });

  it("repeat cells where the file says so, and stop at the first sheet", () => {
    const first = sheet(row(cell("A", ' table:number-columns-repeated="2"') + cell("B")));
    const second =
      "<table:table><table:table-row><table:table-cell><text:p>Autre</text:p></table:table-cell></table:table-row></table:table>";
    expect(read(first.replace("</table:table>", `</table:table>${second}`))).toEqual([[1, ["A", "A", "B"]]]);
  });

  it("are bounded, whatever the file says of itself", () => {
    const bomb = sheet(row(cell("x", ' table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048576"'));
    const rows = read(bomb);
    expect(rows.length).toBeLessThanOrEqual(1_000);
    expect(rows[0]?.[1].length).toBeLessThanOrEqual(200);
  });

  it.each([
    ["a tag never closed", `${sheet(row(cell("a")))}<table:table-cell `],
    ["two million openings", "<".repeat(2_000_000)],
    ["quotes never closed", '<a "'.repeat(500_000)],
    ["nothing", ""],
    ["a text", "Bonjour"],
  ])("are read in little time: %s", (_, xml) => {
    const begun = performance.now();
    expect(read(xml).length).toBeLessThanOrEqual(1);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
