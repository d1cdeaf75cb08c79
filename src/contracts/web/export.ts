import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { StandingContract } from "../db/costs.ts";
import { contractTexts } from "./texts.ts";

/** A table as a file: its first row names the columns. Days are ISO, amounts are euros. */
export function exportedRows(contracts: readonly StandingContract[], language: Language): CellValue[][] {
  const t = contractTexts(language);
  const rows = contracts.map((contract): CellValue[] => [
    contract.title,
    contract.reference,
    contract.supplierName,
    t.kinds[contract.kind],
    t.states[contract.term.state],
    contract.covers.map(({ name }) => name).join(" | "),
    contract.startsOn,
    contract.term.endsOn,
    t.renewals[contract.renewal],
    contract.renewalMonths,
    contract.noticeMonths,
    contract.term.noticeBy,
    contract.yearlyAmount === null ? null : contract.yearlyAmount / 100,
    contract.indexation,
    contract.closedOn,
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
  const file = await writeOds({ sheets: [{ name: contractTexts(c.get("language")).file.sheet, rows }] });
  return c.body(new Uint8Array(file), 200, {
    "content-type": "application/vnd.oasis.opendocument.spreadsheet",
    "content-disposition": attachment(c, "ods", now),
  });
}

function attachment(c: AppContext, extension: string, now: Date): string {
  return `attachment; filename="${contractTexts(c.get("language")).file.name}-${dayOf(now)}.${extension}"`;
}
