import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { CellValue, TableFile } from "#src/platform/http/spreadsheet.ts";
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

/** How the file is called. */
export function fileOf(c: AppContext): Pick<TableFile, "name" | "sheet"> {
  const t = supplierTexts(c.get("language"));
  return { name: t.file.name, sheet: t.file.sheet };
}
