import type { Language } from "#src/kernel/language.ts";
import { en } from "./page-texts.en.ts";
import { fr, type PageTexts } from "./page-texts.fr.ts";

const TEXTS: Readonly<Record<Language, PageTexts>> = { fr, en };

export function pageTexts(language: Language): PageTexts {
  return TEXTS[language];
}
