import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { CellValue, TableFile } from "#src/platform/http/spreadsheet.ts";
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

/** How the file is called. */
export function fileOf(c: AppContext): Pick<TableFile, "name" | "sheet"> {
  const t = skillTexts(c.get("language"));
  return { name: t.file.name, sheet: t.file.sheet };
}
