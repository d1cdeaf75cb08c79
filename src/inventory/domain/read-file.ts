import { ok, type Result, refused } from "#src/kernel/result.ts";
import { printable, rowsOf, SEPARATORS, type Separator, type TextRow } from "./delimited-text.ts";
import type { ImportWords } from "./import-line.ts";
import { knownHeadings } from "./matching.ts";

export const FILE_BYTES_MAX = 2 * 1024 * 1024;
export const FILE_LINES_MAX = 5_000;
const HEADING_MAX = 200;

export type FileRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly max: number }
  | { readonly kind: "too-many-lines"; readonly max: number }
  | { readonly kind: "not-text" };

/** A file as its headings and its rows, none of them understood yet. */
export type Table = { readonly headings: readonly string[]; readonly rows: readonly TextRow[] };

/** Pure: the table that a text of separated values holds; or why the file as a whole cannot be read. */
export function readText(bytes: Uint8Array, words: ImportWords): Result<Table, FileRefusal> {
  if (bytes.length > FILE_BYTES_MAX) return refused({ kind: "too-large", max: FILE_BYTES_MAX });
  const text = textOf(bytes).replace(/\r\n?/g, "\n");
  if (text.trim() === "") return refused({ kind: "empty" });
  if (looksBinary(text)) return refused({ kind: "not-text" });
  return tableOf(rowsOf(text, bestSeparator(text, words)));
}

/** Pure: the first row names the columns. */
export function tableOf(all: Iterable<TextRow>): Result<Table, FileRefusal> {
  const rows: TextRow[] = [];
  let headings: readonly string[] | undefined;
  for (const row of all) {
    if (headings === undefined) headings = row.cells.map((cell) => printable(cell.trim().slice(0, HEADING_MAX)).normalize("NFC"));
    else rows.push(row);
    if (rows.length > FILE_LINES_MAX) return refused({ kind: "too-many-lines", max: FILE_LINES_MAX });
  }
  return headings === undefined || rows.length === 0 ? refused({ kind: "empty" }) : ok({ headings, rows });
}

/** UTF-8, or else what spreadsheets write: Windows-1252, and UTF-16 when its mark says so. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A spreadsheet or a picture sent in place of a text: control characters by the dozen, or the mark of a zip archive. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = text.slice(0, 4_000).match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return text.startsWith("PK\u0003\u0004") || control > 20;
}

/** The separator under which the first line names most of what we know, else under which it has most columns. */
function bestSeparator(text: string, words: ImportWords): Separator {
  const readings = SEPARATORS.map((separator) => {
    const headings = firstRow(text, separator)?.cells ?? [];
    return { separator, known: knownHeadings(headings, words), columns: headings.length };
  });
  return readings.reduce((best, reading) =>
    reading.known > best.known || (reading.known === best.known && reading.columns > best.columns) ? reading : best,
  ).separator;
}

function firstRow(text: string, separator: Separator): TextRow | undefined {
  for (const row of rowsOf(text, separator)) return row;
  return undefined;
}
