import { type CellValue, writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import type { Language } from "#src/kernel/language.ts";
import type { RequestLine } from "../db/request-lists.ts";
import { GATES } from "../domain/gates.ts";
import { listTexts } from "./list-texts.ts";
import { requestWords } from "./words.ts";

/** Lines of a file at most: beyond it, the list is filtered first. */
export const MOST_EXPORTED = 20_000;

export type ExportedList = {
  readonly lines: readonly RequestLine[];
  readonly departmentName: (id: string) => string;
  readonly language: Language;
};

/** Opens as it is in LibreOffice and in Excel in French. A cell that begins like a formula is text: a quote comes before it. */
export function requestsAsCsv(list: ExportedList): string {
  return writeCsv(rowsOf(list), { delimiter: ";", bom: true, escapeFormulae: true });
}

/** Every cell is of type string, where a formula is never computed. */
export async function requestsAsOds(list: ExportedList): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeOds({ sheets: [{ name: listTexts(list.language).file.sheet, rows: rowsOf(list) }] });
  return new Uint8Array(bytes);
}

function rowsOf({ lines, departmentName, language }: ExportedList): CellValue[][] {
  const t = listTexts(language);
  const words = requestWords(language);
  const { waits, outcomes, columns } = t.file;
  const lined = lines.map((line) => [
    line.reference,
    line.title,
    departmentName(line.departmentId),
    line.submittedOn,
    t.stateNames[line.state],
    gateName(words.gates, line.gate),
    line.since,
    line.dueOn,
    line.waitsFor === null ? null : waits[line.waitsFor],
    line.neededBy,
    line.solution,
    line.decidedOn,
    line.usedSince,
    line.confirmOn,
    line.confirmed === null ? null : (outcomes[line.confirmed as keyof typeof outcomes] ?? line.confirmed),
  ]);
  return [Object.values(columns), ...lined];
}

function gateName(names: ReturnType<typeof requestWords>["gates"], number: number | null): string | null {
  const gate = number === null ? undefined : GATES[number - 1];
  return gate === undefined ? null : `${number}. ${names[gate].short}`;
}
