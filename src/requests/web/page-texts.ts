import type { Language } from "#src/kernel/language.ts";
import { en } from "./page-texts.en.ts";
import { fr, type PageTexts } from "./page-texts.fr.ts";

export function pageTexts(language: Language): PageTexts {
  return language === "fr" ? fr : en;
}
