import { MOST_CELLS, printable, TEXT_SHOWN, type TextRow } from "./delimited-text.ts";

/** A row repeated more often than this is the empty rest of a sheet, or worse. */
const MOST_REPEATED = 1_000;
const LONGEST_CELL = 10_000;

type Tag = { readonly name: string; readonly attributes: string; readonly closes: boolean; readonly empty: boolean; readonly end: number };

/**
 * The rows of the first sheet of an OpenDocument spreadsheet (ISO/IEC 26300-3, content.xml), lazily: the caller may stop. Written by hand
 * because a hostile file says, in a hundred letters, that a row of sixteen thousand cells is repeated a million times.
 */
export function* odsRows(xml: string): Generator<TextRow> {
  let line = 0;
  let row: Row | undefined;
  let sheets = 0;
  for (const { tag, text } of pieces(xml)) {
    if (tag === undefined) {
      if (row !== undefined) addText(row, text);
      continue;
    }
    if (tag.name === "table:table") {
      sheets += tag.closes ? 0 : 1;
      if (sheets > 1) return;
    } else if (tag.name === "table:table-row" && !tag.closes) row = newRow(repeatOf(tag, "table:number-rows-repeated"));
    else if (row !== undefined) inRow(row, tag);
    if (row === undefined || tag.name !== "table:table-row" || !(tag.closes || tag.empty)) continue;
    const first = line + 1;
    line += row.repeated;
    for (let index = 0; index < Math.min(row.repeated, MOST_REPEATED) && !isEmpty(row); index += 1) yield asTextRow(row, first + index);
    row = undefined;
  }
}

type Row = {
  readonly cells: string[];
  readonly repeated: number;
  cell: string | undefined;
  cellRepeated: number;
  paragraphs: number;
  note: boolean;
};

function newRow(repeated: number): Row {
  return { cells: [], repeated, cell: undefined, cellRepeated: 1, paragraphs: 0, note: false };
}

function inRow(row: Row, tag: Tag): void {
  if (tag.name === "table:table-cell" || tag.name === "table:covered-table-cell") {
    if (!tag.closes) {
      row.cell = "";
      row.paragraphs = 0;
      row.cellRepeated = repeatOf(tag, "table:number-columns-repeated");
      row.note = false;
      typed(row, tag);
    }
    if (tag.closes || tag.empty) endCell(row);
  } else if (tag.name === "office:annotation") row.note = !(tag.closes || tag.empty);
  else if (row.cell === undefined || row.note || row.paragraphs < 0) return;
  else if (tag.name === "text:p" && !tag.closes) {
    row.paragraphs += 1;
    if (row.paragraphs > 1) row.cell += "\n";
  } else if (tag.name === "text:s" && !tag.closes) row.cell += " ".repeat(Math.min(repeatOf(tag, "text:c"), 100));
  else if (tag.name === "text:tab" && !tag.closes) row.cell += "\t";
  else if (tag.name === "text:line-break" && !tag.closes) row.cell += "\n";
}

/** Days and numbers are taken from their value, not from how they are shown: « 1 200 », « 21/11/26 ». */
function typed(row: Row, tag: Tag): void {
  const type = attribute(tag, "office:value-type");
  const name = { date: "office:date-value", float: "office:value", boolean: "office:boolean-value" }[type ?? ""];
  const value = name === undefined ? undefined : attribute(tag, name);
  if (value === undefined) return;
  row.cell = type === "date" ? value.slice(0, 10) : value;
  row.paragraphs = -1;
}

function addText(row: Row, text: string): void {
  if (row.cell === undefined || row.note || row.paragraphs <= 0 || row.cell.length > LONGEST_CELL) return;
  row.cell += decoded(text);
}

function endCell(row: Row): void {
  const cell = row.cell ?? "";
  for (let index = 0; index < row.cellRepeated && row.cells.length < MOST_CELLS; index += 1) row.cells.push(cell);
  row.cell = undefined;
}

function isEmpty({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function asTextRow({ cells }: Row, line: number): TextRow {
  const last = cells.findLastIndex((cell) => cell !== "");
  const kept = cells.slice(0, last + 1);
  return { line, cells: kept, text: printable(kept.join(" ; ").slice(0, TEXT_SHOWN)), unclosedQuote: false };
}

/** Tags and the texts between them, each found once: a file of megabytes of « < » takes no more time than another. */
function* pieces(xml: string): Generator<{ readonly tag: Tag | undefined; readonly text: string }> {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf("<", at);
    if (open === -1) return;
    if (open > at) yield { tag: undefined, text: xml.slice(at, open) };
    const comment = xml.startsWith("<!--", open);
    const end = comment ? xml.indexOf("-->", open) : endOfTag(xml, open);
    if (end === -1) return;
    if (!comment) yield { tag: tagAt(xml, open, end), text: "" };
    at = end + (comment ? 3 : 1);
  }
}

/** Where the « > » of a tag is; those between quotes are letters of an attribute. */
function endOfTag(xml: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < xml.length; at += 1) {
    const letter = xml[at] ?? "";
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at;
  }
  return -1;
}

function tagAt(xml: string, open: number, end: number): Tag {
  const closes = xml[open + 1] === "/";
  const empty = xml[end - 1] === "/";
  const inside = xml.slice(open + (closes ? 2 : 1), empty ? end - 1 : end);
  const space = inside.search(/\s/);
  const name = space === -1 ? inside : inside.slice(0, space);
  return { name, attributes: space === -1 ? "" : inside.slice(space), closes, empty, end };
}

function attribute({ attributes }: Tag, name: string): string | undefined {
  const start = attributes.indexOf(` ${name}=`);
  if (start === -1) return undefined;
  const quote = attributes[start + name.length + 2] ?? "";
  const from = start + name.length + 3;
  const end = attributes.indexOf(quote, from);
  return quote === "" || end === -1 ? undefined : decoded(attributes.slice(from, end));
}

function repeatOf(tag: Tag, name: string): number {
  const value = Number(attribute(tag, name) ?? "1");
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 2_000_000) : 1;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Longer than any cell that is kept, written in entities: what follows is not even looked at. */
const LONGEST_ENCODED = 40_000;

function decoded(text: string): string {
  return text.slice(0, LONGEST_ENCODED).replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
