import type { Language } from "#src/kernel/language.ts";
import { en } from "./section-texts.en.ts";
import { fr, type SectionTexts } from "./section-texts.fr.ts";

export function sectionTexts(language: Language): SectionTexts {
  return language === "en" ? en : fr;
}
