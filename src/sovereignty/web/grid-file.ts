import type { Language } from "#src/kernel/language.ts";
import type { CellValue } from "#src/platform/http/spreadsheet.ts";
import { QUESTIONS } from "../domain/grid.ts";
import type { GridRow } from "../usecases/read-grid.ts";
import { gridTexts } from "./grid-texts.ts";
import { reasonInWords } from "./grid-words.ts";

/** A line for each installation: each answer, then why, and who says so. */
export function gridFile(rows: readonly GridRow[], language: Language): CellValue[][] {
  const t = gridTexts(language);
  const head = [
    t.file.installation,
    t.file.software,
    t.file.layer,
    t.file.departments,
    ...QUESTIONS.flatMap((question) => [t.short[question], t.file.reasonOf(t.short[question]), t.file.byOf(t.short[question])]),
  ];
  const lines = rows.map(({ installation, grid, said }) => [
    installation.name,
    installation.softwareName ?? "",
    t.layers[installation.layer] ?? installation.layer,
    installation.departments.map(({ name }) => name).join(" | "),
    ...QUESTIONS.flatMap((question) => {
      const { answer, reasons, by } = grid[question];
      const who = said.find((each) => each.question === question)?.byName ?? t.somebody;
      return [t.answers[answer], reasons.map((reason) => reasonInWords(reason, language)).join(" "), by === "facts" ? t.file.facts : who];
    }),
  ]);
  return [head, ...lines];
}
