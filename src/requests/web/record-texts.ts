import type { Language } from "#src/kernel/language.ts";
import { en } from "./record-texts.en.ts";
import { fr, type RecordTexts } from "./record-texts.fr.ts";

export type { RecordTexts } from "./record-texts.fr.ts";

const TEXTS: Readonly<Record<Language, RecordTexts>> = { fr, en };

export function recordTexts(language: Language): RecordTexts {
  return TEXTS[language];
}
