import type { Language } from "#src/kernel/language.ts";
import { quoted } from "#src/platform/ui/format.ts";
import type { LineRefusal } from "../domain/import-line.ts";
import type { FileRefusal } from "../domain/read-file.ts";
import { importTexts } from "./import-texts.ts";
import { inventoryTexts } from "./texts.ts";

/** Why a line is refused, in the reader's words. */
export function refusalInWords(refusal: LineRefusal, language: Language): string {
  const { refusals: t } = importTexts(language);
  const { columns } = inventoryTexts(language);
  switch (refusal.kind) {
    case "too-long":
      return t["too-long"](columns[refusal.column], refusal.max);
    case "several-lines":
      return t["several-lines"](columns[refusal.column]);
    case "unreadable":
      return t.unreadable(columns[refusal.column], refusal.value);
    case "unknown-department": {
      const unknown = t["unknown-department"](refusal.name);
      return refusal.nearest === null ? unknown : `${unknown} ${t.nearest(refusal.nearest)}`;
    }
    case "ambiguous-department":
      return t["ambiguous-department"](refusal.name, refusal.paths.map((path) => quoted(path, language)).join(` ${t.or} `));
    case "twice-in-file":
      return t["twice-in-file"](refusal.line);
    default:
      return t[refusal.kind];
  }
}

/** Why a file is refused as a whole. */
export function fileRefusalInWords(refusal: FileRefusal, language: Language): string {
  const { fileRefusals: t } = importTexts(language);
  return refusal.kind === "no-name-column"
    ? t["no-name-column"](refusal.found.map((title) => quoted(title, language)).join(", "))
    : t[refusal.kind];
}
