import { type CellValue, writeCsv, writeOds } from "hucre";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { ListedMachine } from "../domain/observed.ts";
import { machineTexts } from "./texts.ts";

export const LARGEST_EXPORT = 50_000;
type Rows = readonly (readonly CellValue[])[];

export function exportedMachines(machines: readonly ListedMachine[], language: Language): Rows {
  const { list: t, machine: m, kinds, unmapped } = machineTexts(language);
  const header = [
    t.name,
    t.kind,
    m.model,
    t.system,
    m.version,
    t.department,
    m.firstSeen,
    t.seen,
    m.agent,
    t.softwareHint,
    unmapped.title,
    m.leftOut,
  ];
  const rows = machines.map((each) => [
    each.name,
    kinds[each.kind],
    each.model,
    each.systemName,
    each.systemVersion,
    each.departmentName,
    dayOf(each.firstSeenAt),
    dayOf(each.lastSeenAt),
    each.agent,
    each.softwareAt === null ? null : each.counted,
    each.softwareAt === null ? null : each.unmapped,
    each.softwareAt === null ? null : each.parts,
  ]);
  return [header, ...rows];
}

/** For French spreadsheets: semicolons, and the mark of UTF-8. Cells that would be taken for formulas are made harmless. */
export function sendCsv(c: AppContext, name: string, rows: Rows, now: Date): Response {
  const text = writeCsv(
    rows.map((row) => [...row]),
    { delimiter: ";", bom: true, escapeFormulae: true },
  );
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(name, "csv", now) });
}

export async function sendOds(c: AppContext, name: string, rows: Rows, now: Date): Promise<Response> {
  const file = await writeOds({ sheets: [{ name: name.slice(0, 31), rows: rows.map((row) => [...row]) }] });
  const type = "application/vnd.oasis.opendocument.spreadsheet";
  return c.body(new Uint8Array(file), 200, { "content-type": type, "content-disposition": attachment(name, "ods", now) });
}

export function attachment(name: string, extension: string, now: Date): string {
  return `attachment; filename="${name}-${dayOf(now)}.${extension}"`;
}
