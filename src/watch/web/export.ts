import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { type Hits, NO_HIT, type WatchItem } from "../domain/watched.ts";
import { watchTexts } from "./texts.ts";

/** A table as a file: its first row names the columns, days are ISO. */
export function exportedRows(items: readonly WatchItem[], hits: ReadonlyMap<string, Hits>, language: Language): CellValue[][] {
  const { file: t, declared } = watchTexts(language);
  const rows = items.map((item) => {
    const { installations } = hits.get(item.slug) ?? NO_HIT;
    return [
      t.whats[item.what],
      item.name,
      item.cycle,
      item.day,
      item.before,
      item.after,
      installations.map(({ name }) => name).join(" | "),
      [...new Set(installations.flatMap(({ departments }) => departments))].join(" | "),
      item.followed ? t.yes : t.no,
      item.declared ? declared : item.source,
      item.sourceUrl,
      item.asOf === null ? null : dayOf(item.asOf),
    ];
  });
  return [Object.values(t.columns), ...rows];
}

/** For French spreadsheets: semicolons, and the mark of UTF-8. Cells that would be taken for formulas are made harmless. */
export function sendCsv(c: AppContext, rows: CellValue[][], now: Date): Response {
  const text = writeCsv(rows, { delimiter: ";", bom: true, escapeFormulae: true });
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(c, "csv", now) });
}

/** In ODS a text is typed as text: what begins with « = » is no formula. */
export async function sendOds(c: AppContext, rows: CellValue[][], now: Date): Promise<Response> {
  const file = await writeOds({ sheets: [{ name: watchTexts(c.get("language")).title, rows }] });
  const type = "application/vnd.oasis.opendocument.spreadsheet";
  return c.body(new Uint8Array(file), 200, { "content-type": type, "content-disposition": attachment(c, "ods", now) });
}

function attachment(c: AppContext, extension: string, now: Date): string {
  return `attachment; filename="${watchTexts(c.get("language")).file.name}-${dayOf(now)}.${extension}"`;
}
