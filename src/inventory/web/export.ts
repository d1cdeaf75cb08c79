import { type CellValue, writeCsv, writeOds } from "hucre";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { RefusedLine } from "../domain/import-line.ts";
import type { Installation } from "../domain/installation.ts";
import { importTexts } from "./import-texts.ts";
import { refusalInWords } from "./refusal-words.ts";
import { inventoryTexts } from "./texts.ts";

/** A table as a file: its first row names the columns. */
export type Rows = readonly (readonly CellValue[])[];

export const LARGEST_EXPORT = 50_000;

/** Under the names that an import reads: what was exported can be imported elsewhere. */
export function exportedRows(installations: readonly Installation[], language: Language): Rows {
  const { columns: t, states } = inventoryTexts(language);
  const header = [t.name, t.departments, t.users, t.state, t.free, t.purpose, t["in-service-on"], t.retiredOn, t.software];
  const rows = installations.map(({ name, departments, users, state, free, purpose, inServiceOn, retiredOn, softwareName }) => {
    const freedom = free === null ? "" : free ? t.yes : t.no;
    return [
      name,
      departments.map((each) => each.name).join(" | "),
      users,
      states[state],
      freedom,
      purpose,
      inServiceOn,
      retiredOn,
      softwareName,
    ];
  });
  return [header, ...rows];
}

/** The refused lines of an import, each with its reasons. */
export function reportRows(lines: readonly RefusedLine[], language: Language): Rows {
  const t = importTexts(language);
  return [
    [t.line, t.reasons, t.text],
    ...lines.map(({ line, refusals, text }) => [line, refusals.map((refusal) => refusalInWords(refusal, language)).join(" "), text]),
  ];
}

/** An example to fill in: every column that is understood, and one line. */
export function modelRows(language: Language): Rows {
  const { columns: t, states } = inventoryTexts(language);
  const { example } = importTexts(language);
  return [
    [t.name, t.departments, t.users, t.state, t.free, t.purpose, t["in-service-on"]],
    [example.name, "", example.users, states["in-service"], example.free, example.purpose, example.since],
  ];
}

/** For French spreadsheets: semicolons, and the mark of UTF-8. Cells that would be taken for formulas are made harmless. */
export function sendCsv(c: AppContext, name: string, rows: Rows, now: Date): Response {
  const text = writeCsv(
    rows.map((row) => [...row]),
    { delimiter: ";", bom: true, escapeFormulae: true },
  );
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(name, "csv", now) });
}

/** In ODS a text is typed as text: what begins with « = » is no formula. */
export async function sendOds(c: AppContext, name: string, rows: Rows, now: Date): Promise<Response> {
  const file = await writeOds({ sheets: [{ name: name.slice(0, 31), rows: rows.map((row) => [...row]) }] });
  const type = "application/vnd.oasis.opendocument.spreadsheet";
  return c.body(new Uint8Array(file), 200, { "content-type": type, "content-disposition": attachment(name, "ods", now) });
}

function attachment(name: string, extension: string, now: Date): string {
  return `attachment; filename="${name}-${dayOf(now)}.${extension}"`;
}
