import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { CellValue, TableFile } from "#src/platform/http/spreadsheet.ts";
import type { StandingContract } from "../db/costs.ts";
import { contractTexts } from "./texts.ts";

/** A table as a file: its first row names the columns. Days are ISO, amounts are euros. */
export function exportedRows(contracts: readonly StandingContract[], language: Language): CellValue[][] {
  const t = contractTexts(language);
  const rows = contracts.map((contract): CellValue[] => [
    contract.title,
    contract.reference,
    contract.supplierName,
    t.kinds[contract.kind],
    t.states[contract.term.state],
    contract.covers.map(({ name }) => name).join(" | "),
    contract.startsOn,
    contract.term.endsOn,
    t.renewals[contract.renewal],
    contract.renewalMonths,
    contract.noticeMonths,
    contract.term.noticeBy,
    contract.yearlyAmount === null ? null : contract.yearlyAmount / 100,
    contract.indexation,
    contract.closedOn,
  ]);
  return [Object.values(t.file.columns), ...rows];
}

/** How the file is called. */
export function fileOf(c: AppContext): Pick<TableFile, "name" | "sheet"> {
  const t = contractTexts(c.get("language"));
  return { name: t.file.name, sheet: t.file.sheet };
}
