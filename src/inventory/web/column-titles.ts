import type { Language } from "#src/kernel/language.ts";
import type { ImportColumn } from "../domain/import-line.ts";
import { detailsTexts } from "./details-texts.ts";
import { inventoryTexts } from "./texts.ts";

/** The name of a column, in exports as in imports. */
export function columnTitle(column: ImportColumn, language: Language): string {
  return titlesIn(language)[column];
}

function titlesIn(language: Language): Readonly<Record<ImportColumn, string>> {
  return { ...inventoryTexts(language).columns, ...detailsTexts(language).columns };
}
