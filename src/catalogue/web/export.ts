import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { Category } from "../domain/software.ts";
import { whyInWords } from "../texts.ts";
import type { Listed } from "./list-page.tsx";
import { catalogueTexts } from "./texts.ts";

/** Lines of a file at most: beyond it, the list is filtered first. */
export const MOST_EXPORTED = 2_000;

/** A table as a file: its first row names the columns. */
export function exportedRows(software: readonly Listed[], categories: readonly Category[], language: Language): CellValue[][] {
  const t = catalogueTexts(language);
  const labels = new Map(categories.map(({ id, label }) => [id, label[language]]));
  const rows = software.map((each) => [
    each.name,
    each.aliases.join(" | "),
    each.free === null ? null : each.free ? t.file.yes : t.file.no,
    each.licence,
    each.publisher,
    each.description[language],
    each.categories.map((id) => labels.get(id) ?? id).join(" | "),
    each.platforms.map((id) => t.platforms[id] ?? id).join(" | "),
    each.website,
    each.repository,
    (each.why ?? []).map((reason) => whyInWords(reason, language)).join(" | "),
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
  const file = await writeOds({ sheets: [{ name: catalogueTexts(c.get("language")).file.sheet, rows }] });
  return c.body(new Uint8Array(file), 200, {
    "content-type": "application/vnd.oasis.opendocument.spreadsheet",
    "content-disposition": attachment(c, "ods", now),
  });
}

/** A text as a file of that type. */
export function sendFile(
  c: AppContext,
  text: string,
  { type, extension, now }: { readonly type: string; readonly extension: string; readonly now: Date },
): Response {
  return c.body(text, 200, { "content-type": type, "content-disposition": attachment(c, extension, now) });
}

function attachment(c: AppContext, extension: string, now: Date): string {
  return `attachment; filename="${catalogueTexts(c.get("language")).file.name}-${dayOf(now)}.${extension}"`;
}
