import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { attachment, type CellValue, type TableFile } from "#src/platform/http/spreadsheet.ts";
import { isReconstituted } from "../domain/months.ts";
import { declaredRows, type MeasureRow, observedRows } from "../domain/rows.ts";
import type { OpennessView } from "../usecases/view-openness.ts";
import { opennessTexts } from "./texts.ts";

/** Every measure of today, then of each month that was kept, the last first. */
export function measuresOf({ declared, observed, months, today }: OpennessView): readonly MeasureRow[] {
  return [
    ...declaredRows(declared, today, "declared"),
    ...(observed === null ? [] : observedRows(observed.measures, observed.measuredOn)),
    ...[...months].reverse().flatMap((kept) => {
      // A month that was measured is dated by the day when it was; one that was worked out, by the day it speaks of.
      const isPast = isReconstituted(kept);
      return [
        ...(kept.declared === null
          ? []
          : declaredRows(kept.declared, isPast ? kept.month : kept.measuredOn, isPast ? "reconstituted" : "declared")),
        ...(kept.observed === null ? [] : observedRows(kept.observed, kept.measuredOn)),
      ];
    }),
  ];
}

/** Its first row names the columns. Days are ISO; amounts in euros. */
export function exportedRows(view: OpennessView, language: Language): CellValue[][] {
  const t = opennessTexts(language);
  const rows = measuresOf(view).map(({ measure, group, share, uncounted, date, origin }): CellValue[] => {
    const amount = (value: number): number => (share.unit === "cent" ? value / 100 : value);
    const name = measure === "layer" ? (t.layers[group ?? ""] ?? group) : group === "" ? t.noDepartment : group;
    return [
      t.measures[measure],
      name,
      t.units[share.unit],
      amount(share.free),
      amount(share.known),
      amount(share.all),
      uncounted,
      date,
      t.origins[origin],
    ];
  });
  const { measure, group, unit, free, known, all, uncounted, date, origin } = t.columns;
  return [[measure, group, unit, free, known, all, uncounted, date, origin], ...rows];
}

/** How the file is called. */
export function fileOf(c: AppContext): Pick<TableFile, "name" | "sheet"> {
  const t = opennessTexts(c.get("language"));
  return { name: t.fileName, sheet: t.title };
}

/** For programs: code names and cents, whatever the language. */
export function sendJson(c: AppContext, authority: string, view: OpennessView, now: Date): Response {
  const measures = measuresOf(view).map(({ measure, group, share, uncounted, date, origin }) => ({
    measure,
    group,
    ...share,
    uncounted,
    date,
    origin,
  }));
  const { observed } = view;
  const average = observed === null ? null : { ...observed.measures.average, date: observed.measuredOn };
  const file = { authority, date: view.today, measures, averageOfWorkstations: average };
  return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": attachment(fileOf(c).name, "json", now),
  });
}
