import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { dayOf } from "#src/kernel/dates.ts";
import type { AppContext } from "./context.ts";

export type { CellValue } from "hucre/csv";

/** A table as a file: its first row names the columns. `name` becomes « name-2026-11-21.csv »; `sheet` names the table's tab, unless it is as the file. */
export type TableFile = {
  readonly name: string;
  readonly sheet?: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly now: Date;
};

/** In characters: what spreadsheets take. */
const LONGEST_TAB = 31;

/** For French spreadsheets: semicolons, and the mark of UTF-8. Cells that would be taken for formulas are made harmless. */
export function sendCsv(c: AppContext, { name, rows, now }: TableFile): Response {
  const text = writeCsv(mutable(rows), { delimiter: ";", bom: true, escapeFormulae: true });
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(name, "csv", now) });
}

/** In ODS a text is typed as text: what begins with « = » is no formula. */
export async function sendOds(c: AppContext, { name, sheet = name.slice(0, LONGEST_TAB), rows, now }: TableFile): Promise<Response> {
  const file = await writeOds({ sheets: [{ name: sheet, rows: mutable(rows) }] });
  return c.body(new Uint8Array(file), 200, {
    "content-type": "application/vnd.oasis.opendocument.spreadsheet",
    "content-disposition": attachment(name, "ods", now),
  });
}

/** What the writers ask for; they change nothing. */
function mutable(rows: TableFile["rows"]): CellValue[][] {
  return rows.map((row) => [...row]);
}

/** The header that makes a file of an answer: « name-2026-11-21.csv ». */
export function attachment(name: string, extension: string, now: Date): string {
  return `attachment; filename="${name}-${dayOf(now)}.${extension}"`;
}
