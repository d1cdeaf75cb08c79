import { writeCsv } from "hucre/csv";
import type { Language } from "#src/kernel/language.ts";
import type { ReportLine } from "../domain/statement.ts";
import { sourceTexts } from "../texts.ts";
import { detailInWords } from "./words.ts";

const PORTION = 1_000;

export type ReadPortion = (offset: number, limit: number) => Promise<readonly ReportLine[]>;

/** A report as a file, read and written portion by portion: one of 50,000 lines never stands whole in memory. */
export function reportFile(read: ReadPortion, language: Language): ReadableStream<Uint8Array> {
  const { columns: t, outcomes } = sourceTexts(language);
  const encoder = new TextEncoder();
  let offset = 0;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const header = [t.outcome, t.name, t.slug, t.key, t.detail];
      controller.enqueue(encoder.encode(csv([header], true)));
    },
    pull: async (controller) => {
      const lines = await read(offset, PORTION);
      offset += lines.length;
      if (lines.length > 0)
        controller.enqueue(
          encoder.encode(
            csv(
              lines.map((line) => [outcomes[line.outcome], line.name, line.slug, line.key, detailInWords(line, language)]),
              false,
            ),
          ),
        );
      if (lines.length < PORTION) controller.close();
    },
  });
}

/** For French spreadsheets: semicolons, and the mark of UTF-8 once. Cells that would be taken for formulas are made harmless. */
function csv(rows: (string | null)[][], isFirst: boolean): string {
  const text = writeCsv(rows, { delimiter: ";", bom: isFirst, escapeFormulae: true });
  return /\n$/.test(text) ? text : `${text}\r\n`;
}
