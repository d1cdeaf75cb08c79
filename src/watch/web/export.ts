import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { CellValue, TableFile } from "#src/platform/http/spreadsheet.ts";
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

/** How the file is called. */
export function fileOf(c: AppContext): Pick<TableFile, "name" | "sheet"> {
  const t = watchTexts(c.get("language"));
  return { name: t.file.name, sheet: t.title };
}
