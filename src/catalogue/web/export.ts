import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { attachment, type CellValue, type TableFile } from "#src/platform/http/spreadsheet.ts";
import type { FoundSoftware } from "../domain/search.ts";
import type { Category, Software } from "../domain/software.ts";
import { whyInWords } from "../texts.ts";
import { catalogueTexts } from "./texts.ts";

/** Lines of a file at most: beyond it, the list is filtered first. */
export const MOST_EXPORTED = 2_000;

/** A whole software, and why it was found when it was searched. */
export type ListedWhole = Software & Partial<Pick<FoundSoftware, "why">>;

/** A table as a file: its first row names the columns. */
export function exportedRows(software: readonly ListedWhole[], categories: readonly Category[], language: Language): CellValue[][] {
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

/** How the file is called. */
export function fileOf(c: AppContext): Pick<TableFile, "name" | "sheet"> {
  const t = catalogueTexts(c.get("language"));
  return { name: t.file.name, sheet: t.file.sheet };
}

/** A text as a file of that type. */
export function sendFile(
  c: AppContext,
  text: string,
  { type, extension, now }: { readonly type: string; readonly extension: string; readonly now: Date },
): Response {
  return c.body(text, 200, { "content-type": type, "content-disposition": attachment(fileOf(c).name, extension, now) });
}
