import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { ABILITIES } from "../domain/skill.ts";
import type { InstallationSkills } from "./overview.ts";
import { skillTexts } from "./texts.ts";
import { weaknessesInWords } from "./words.ts";

/** A line for each who can; an installation on which nothing was said has a line of its own. */
export function exportedRows(installations: readonly InstallationSkills[], language: Language): CellValue[][] {
  const t = skillTexts(language);
  const rows = installations.flatMap(({ name, skills, weaknesses }): CellValue[][] => {
    const weak = skills.length === 0 ? "" : weaknessesInWords(weaknesses, language).join(" ");
    if (skills.length === 0) return [[name, "", "", "", "", "", "", "", weak]];
    return skills.map((skill) => [
      name,
      skill.left ? t.form.nobodyHere(skill.name) : skill.name,
      t.holderTags[skill.holder],
      ...ABILITIES.map((ability) => (skill.abilities.includes(ability) ? t.file.yes : "")),
      skill.note,
      weak,
    ]);
  });
  return [Object.values(t.file.columns), ...rows];
}

/** For French spreadsheets: semicolons, and the mark of UTF-8. Cells that would be taken for formulas are made harmless. */
export function sendCsv(c: AppContext, rows: CellValue[][], now: Date): Response {
  const text = writeCsv(rows, { delimiter: ";", bom: true, escapeFormulae: true });
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(c, "csv", now) });
}

/** In ODS a text is typed as text: what begins with « = » is no formula. */
export async function sendOds(c: AppContext, rows: CellValue[][], now: Date): Promise<Response> {
  const file = await writeOds({ sheets: [{ name: skillTexts(c.get("language")).file.sheet, rows }] });
  return c.body(new Uint8Array(file), 200, {
    "content-type": "application/vnd.oasis.opendocument.spreadsheet",
    "content-disposition": attachment(c, "ods", now),
  });
}

function attachment(c: AppContext, extension: string, now: Date): string {
  return `attachment; filename="${skillTexts(c.get("language")).file.name}-${dayOf(now)}.${extension}"`;
}
