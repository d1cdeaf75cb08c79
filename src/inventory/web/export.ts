import type { Language } from "#src/kernel/language.ts";
import type { CellValue } from "#src/platform/http/spreadsheet.ts";
import { COLUMNS, type ImportColumn, type RefusedLine } from "../domain/import-line.ts";
import type { Installation } from "../domain/installation.ts";
import { columnTitle } from "./column-titles.ts";
import { countryName } from "./country-names.ts";
import { detailsTexts } from "./details-texts.ts";
import { importTexts } from "./import-texts.ts";
import { refusalInWords } from "./refusal-words.ts";
import { inventoryTexts } from "./texts.ts";

/** A table as a file: its first row names the columns. */
export type Rows = readonly (readonly CellValue[])[];

export const LARGEST_EXPORT = 50_000;

/** Every fact, under the names that an import reads: what was exported can be imported elsewhere. */
export function exportedRows(installations: readonly Installation[], language: Language): Rows {
  const { columns: t } = inventoryTexts(language);
  const header = [...COLUMNS.map((column) => columnTitle(column, language)), t.retiredOn, t.software];
  const rows = installations.map((installation) => {
    const cells = cellsOf(installation, language);
    return [...COLUMNS.map((column) => cells[column]), installation.retiredOn, installation.softwareName];
  });
  return [header, ...rows];
}

function cellsOf(installation: Installation, language: Language): Readonly<Record<ImportColumn, CellValue>> {
  const { columns: t, states } = inventoryTexts(language);
  const d = detailsTexts(language);
  const { free, criticality, hosting, dataCountry, personalData } = installation;
  const several = (names: readonly string[]): string => names.join(" | ");
  return {
    name: installation.name,
    departments: several(installation.departments.map((each) => each.name)),
    users: installation.users,
    state: states[installation.state],
    free: free === null ? "" : free ? t.yes : t.no,
    purpose: installation.purpose,
    "in-service-on": installation.inServiceOn,
    version: installation.softwareVersion,
    layer: d.layers[installation.layer],
    criticality: criticality === null ? "" : d.criticalities[criticality],
    "answerable-department": installation.answerableDepartment ?? "",
    "answerable-role": installation.answerableRole,
    hosting: hosting === null ? "" : d.hostings[hosting],
    host: installation.hostName,
    country: dataCountry === null ? "" : countryName(dataCountry, language),
    law: several(installation.governingLaw.map((code) => countryName(code, language))),
    "personal-data": personalData === null ? "" : d.personalDatas[personalData],
    "data-kinds": several(installation.personalDataKinds.map((kind) => d.kindNames[kind])),
    register: installation.registerReference,
  };
}

/** The refused lines of an import, each with its reasons. */
export function reportRows(lines: readonly RefusedLine[], language: Language): Rows {
  const t = importTexts(language);
  return [
    [t.line, t.reasons, t.text],
    ...lines.map(({ line, refusals, text }) => [line, refusals.map((refusal) => refusalInWords(refusal, language)).join(" "), text]),
  ];
}

/** An example to fill in: every column that is understood, and one line. */
export function modelRows(language: Language): Rows {
  const { states } = inventoryTexts(language);
  const { example } = importTexts(language);
  const d = detailsTexts(language);
  const cells: Readonly<Partial<Record<ImportColumn, CellValue>>> = {
    name: example.name,
    users: example.users,
    state: states["in-service"],
    free: example.free,
    purpose: example.purpose,
    "in-service-on": example.since,
    version: "4.3.1",
    layer: d.layers.users,
    criticality: d.criticalities.ordinary,
    "answerable-role": example.role,
    hosting: d.hostings.operator,
    host: example.host,
    country: countryName("FR", language),
    law: countryName("FR", language),
    "personal-data": d.personalDatas.ordinary,
    "data-kinds": `${d.kindNames.identity} | ${d.kindNames.contact}`,
    register: "T-012",
  };
  return [COLUMNS.map((column) => columnTitle(column, language)), COLUMNS.map((column) => cells[column] ?? "")];
}
