import type { Language } from "#src/kernel/language.ts";
import { en } from "./import-texts.en.ts";
import { fr, type ImportTexts } from "./import-texts.fr.ts";

const TEXTS: Readonly<Record<Language, ImportTexts>> = { fr, en };

export function importTexts(language: Language): ImportTexts {
  return TEXTS[language];
}
