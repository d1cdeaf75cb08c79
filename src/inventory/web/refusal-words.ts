import type { Language } from "#src/kernel/language.ts";
import { quoted } from "#src/platform/ui/format.ts";
import type { ImportColumn, LineRefusal } from "../domain/import-line.ts";
import type { FileRefusal } from "../domain/read-file.ts";
import { DECLARABLE_STATES } from "../domain/state.ts";
import { columnTitle } from "./column-titles.ts";
import { detailsTexts } from "./details-texts.ts";
import { importTexts } from "./import-texts.ts";
import { inventoryTexts } from "./texts.ts";

/** Why a line is refused, in the reader's words. */
export function refusalInWords(refusal: LineRefusal, language: Language): string {
  const { refusals: t } = importTexts(language);
  const title = (column: ImportColumn): string => columnTitle(column, language);
  switch (refusal.kind) {
    case "too-long":
      return t["too-long"](title(refusal.column), refusal.max);
    case "several-lines":
      return t["several-lines"](title(refusal.column));
    case "unreadable":
      return [t.unreadable(title(refusal.column), refusal.value), answersOf(refusal.column, language)].join(" ").trim();
    case "unknown-department": {
      const unknown = t["unknown-department"](refusal.name);
      return refusal.nearest === null ? unknown : `${unknown} ${t.nearest(refusal.nearest)}`;
    }
    case "ambiguous-department":
      return t["ambiguous-department"](refusal.name, refusal.paths.map((path) => quoted(path, language)).join(` ${t.or} `));
    case "twice-in-file":
      return t["twice-in-file"](refusal.line);
    case "host-needed":
    case "hosting-needed":
    case "host-is-ours":
    case "kinds-without-data":
    case "kinds-are-sensitive":
      return detailsTexts(language).issues[refusal.kind] ?? "";
    default:
      return t[refusal.kind];
  }
}

/** What may be written there, where it is one of a few things. */
function answersOf(column: ImportColumn, language: Language): string {
  const d = detailsTexts(language);
  const { states } = inventoryTexts(language);
  const answers: Partial<Record<ImportColumn, readonly string[]>> = {
    state: DECLARABLE_STATES.map((state) => states[state]),
    layer: Object.values(d.layers),
    criticality: Object.values(d.criticalities),
    hosting: Object.values(d.hostings),
    "personal-data": Object.values(d.personalDatas),
  };
  const known = answers[column];
  return known === undefined ? "" : importTexts(language).refusals.expected(known.map((answer) => quoted(answer, language)).join(", "));
}

/** Why a file is refused as a whole. */
export function fileRefusalInWords(refusal: FileRefusal, language: Language): string {
  return importTexts(language).fileRefusals[refusal.kind];
}
