import type { Language } from "#src/kernel/language.ts";
import { en } from "./record-page-texts.en.ts";
import { fr, type RecordPageTexts } from "./record-page-texts.fr.ts";

const TEXTS: Readonly<Record<Language, RecordPageTexts>> = { fr, en };

export function recordPageTexts(language: Language): RecordPageTexts {
  return TEXTS[language];
}
