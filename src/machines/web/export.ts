import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import type { CellValue } from "#src/platform/http/spreadsheet.ts";
import type { ListedMachine } from "../domain/observed.ts";
import { machineTexts } from "./texts.ts";

export const LARGEST_EXPORT = 50_000;
type Rows = readonly (readonly CellValue[])[];

export function exportedMachines(machines: readonly ListedMachine[], language: Language): Rows {
  const { list: t, machine: m, kinds, unmapped } = machineTexts(language);
  const header = [
    t.name,
    t.kind,
    m.model,
    t.system,
    m.version,
    t.department,
    m.firstSeen,
    t.seen,
    m.agent,
    t.softwareHint,
    unmapped.title,
    m.leftOut,
  ];
  const rows = machines.map((each) => [
    each.name,
    kinds[each.kind],
    each.model,
    each.systemName,
    each.systemVersion,
    each.departmentName,
    dayOf(each.firstSeenAt),
    dayOf(each.lastSeenAt),
    each.agent,
    each.softwareAt === null ? null : each.counted,
    each.softwareAt === null ? null : each.unmapped,
    each.softwareAt === null ? null : each.parts,
  ]);
  return [header, ...rows];
}
