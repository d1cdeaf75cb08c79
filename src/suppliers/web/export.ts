import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { ListedSupplier } from "../domain/supplier.ts";
import { supplierTexts } from "./texts.ts";

/** Lines of a file at most: beyond it, the list is filtered first. */
export const MOST_EXPORTED = 10_000;

/** A table as a file: its first row names the columns. */
export function exportedRows(suppliers: readonly ListedSupplier[], language: Language): CellValue[][] {
  const t = supplierTexts(language);
  const rows = suppliers.map(({ name, siren, website, kind, place, software, sources, changedAt }) => [
    name,
    siren,
    website,
    kind === null ? null : t.kinds[kind],
    place,
    software.map((each) => each.name).join(" | "),
    sources.join(" | "),
    dayOf(changedAt),
  ]);
  return [Object.values(t.file.columns), ...rows];
}

/** For French spreadsheets: semicolons, and the mark of UTF-8. Cells that would be taken for formulas are made harmless. */
export function sendCsv(c: AppContext, rows: CellValue[][], now: Date): Response {
  const text = writeCsv(rows, { delimiter: ";", bom: true, escapeFormulae: true });
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(c, "csv", now) });
}

/** In ODS a text is typed as text: what begins with « = » is no formula. */
export async function sendOds(c: AppContext, rows: CellValue[][], now: Date): Promise<Response> {
  const file = await writeOds({ sheets: [{ name: supplierTexts(c.get("language")).file.sheet, rows }] });
  return c.body(new Uint8Array(file), 200, {
    "content-type": "application/vnd.oasis.opendocument.spreadsheet",
    "content-disposition": attachment(c, "ods", now),
  });
}

function attachment(c: AppContext, extension: string, now: Date): string {
  return `attachment; filename="${supplierTexts(c.get("language")).file.name}-${dayOf(now)}.${extension}"`;
}
