import type { LocalDate } from "#src/kernel/dates.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { rowsOf, SEPARATORS, type Separator, type TextRow } from "./delimited-text.ts";
import { foldedName } from "./folded-name.ts";
import { COLUMNS, type ImportWords, type ReadLine } from "./import-line.ts";
import { type Layout, readLine } from "./read-line.ts";

export const FILE_BYTES_MAX = 2 * 1024 * 1024;
export const FILE_LINES_MAX = 5_000;

export type FileRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly max: number }
  | { readonly kind: "too-many-lines"; readonly max: number }
  | { readonly kind: "not-text" }
  | { readonly kind: "no-name-column"; readonly found: readonly string[] };

/** Pure: the lines of a file of separated values, each read or refused; or why the file as a whole cannot be read. */
export function readFile(bytes: Uint8Array, words: ImportWords, today: LocalDate): Result<readonly ReadLine[], FileRefusal> {
  if (bytes.length > FILE_BYTES_MAX) return refused({ kind: "too-large", max: FILE_BYTES_MAX });
  const text = textOf(bytes).replace(/\r\n?/g, "\n");
  if (text.trim() === "") return refused({ kind: "empty" });
  if (looksBinary(text)) return refused({ kind: "not-text" });
  const { layout, separator, header } = bestReading(text, words);
  if (!layout.includes("name"))
    return refused({ kind: "no-name-column", found: header.slice(0, 20).map((cell) => cell.trim().slice(0, 60)) });
  const lines: ReadLine[] = [];
  let isHeader = true;
  for (const row of rowsOf(text, separator)) {
    if (!isHeader) lines.push(readLine(row, layout, words, today));
    isHeader = false;
    if (lines.length > FILE_LINES_MAX) return refused({ kind: "too-many-lines", max: FILE_LINES_MAX });
  }
  return lines.length === 0 ? refused({ kind: "empty" }) : ok(lines);
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

/** The separator under which the first line names most of our columns. */
function bestReading(text: string, words: ImportWords): { layout: Layout; separator: Separator; header: readonly string[] } {
  const readings = SEPARATORS.map((separator) => {
    const header = firstRow(text, separator)?.cells.slice(0, 200) ?? [];
    return { separator, header, layout: layoutOf(header, words) };
  });
  const known = ({ layout }: { layout: Layout }): number => layout.filter((column) => column !== undefined).length;
  return readings.reduce((best, reading) => (known(reading) > known(best) ? reading : best));
}

function firstRow(text: string, separator: Separator): TextRow | undefined {
  for (const row of rowsOf(text, separator)) return row;
  return undefined;
}

/** A column named twice counts the first time. */
function layoutOf(header: readonly string[], words: ImportWords): Layout {
  const seen = new Set<string>();
  return header.map((cell) => {
    const name = foldedName(cell.slice(0, 200))
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const column = COLUMNS.find((each) => words.columns[each].includes(name));
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    return column;
  });
}
