/** One record of a file of separated values (RFC 4180, read leniently). */
export type TextRow = {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stands in the file, shortened. */
  readonly text: string;
  /** A quote was opened on this line and never closed: the line is read alone, and what follows is not swallowed. */
  readonly unclosedQuote: boolean;
};

export const SEPARATORS = [";", ",", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A quoted cell that runs further than this was not closed where it was meant to be. */
const LONGEST_QUOTED_CELL = 10_000;
/** What stands beyond is left unread: no file has so many columns, and time is not spent on it. */
export const MOST_CELLS = 200;
export const TEXT_SHOWN = 300;

type Row = { readonly cells: readonly string[]; readonly end: number; readonly unclosedQuote: boolean };
type Cell = { readonly value: string; readonly end: number };

/** Reads `text` record by record, lazily: the caller may stop. Empty lines are passed over. Lines end in \n. */
export function* rowsOf(text: string, separator: Separator): Generator<TextRow> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const { cells, end, unclosedQuote } = rowAt(text, at, separator);
    if (cells.some((cell) => cell.trim() !== "")) {
      yield { line, cells, text: printable(text.slice(at, Math.min(end, at + TEXT_SHOWN))), unclosedQuote };
    }
    for (let newline = text.indexOf("\n", at); newline !== -1 && newline <= end; newline = text.indexOf("\n", newline + 1)) line += 1;
    at = end + 1;
  }
}

function rowAt(text: string, start: number, separator: Separator): Row {
  const cells: string[] = [];
  let lineEnd = endOfLine(text, start);
  for (let at = start; cells.length < MOST_CELLS; ) {
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? quotedCell(text, at, separator) : plainCell(text, at, lineEnd, separator);
    if (cell === undefined) return lineAlone(text, start, separator);
    cells.push(cell.value);
    if (isQuoted) lineEnd = endOfLine(text, cell.end);
    if (text[cell.end] !== separator) return { cells, end: cell.end, unclosedQuote: false };
    at = cell.end + 1;
  }
  return { cells, end: lineEnd, unclosedQuote: false };
}

function plainCell(text: string, start: number, lineEnd: number, separator: Separator): Cell {
  let end = start;
  while (end < lineEnd && text[end] !== separator) end += 1;
  return { value: text.slice(start, end), end };
}

/** Undefined when the quote is not closed. What stands between the closing quote and the separator is kept. */
function quotedCell(text: string, start: number, separator: Separator): Cell | undefined {
  let value = "";
  for (let at = start + 1; at <= start + LONGEST_QUOTED_CELL; at += 1) {
    const letter = text[at];
    if (letter === undefined) return undefined;
    if (letter !== '"') value += letter;
    else if (text[at + 1] === '"') {
      value += letter;
      at += 1;
    } else {
      const rest = plainCell(text, at + 1, endOfLine(text, at), separator);
      return { value: value + rest.value, end: rest.end };
    }
  }
  return undefined;
}

function lineAlone(text: string, start: number, separator: Separator): Row {
  const end = endOfLine(text, start);
  return { cells: text.slice(start, end).split(separator, MOST_CELLS), end, unclosedQuote: true };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
}

/** For reports: control characters, which PostgreSQL or a screen would not bear, become the replacement character. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g, "\uFFFD").toWellFormed();
}
