import type { Language } from "#src/kernel/language.ts";
import { en } from "./about-texts.en.ts";
import { type AboutTexts, fr } from "./about-texts.fr.ts";

const TEXTS: Readonly<Record<Language, AboutTexts>> = { fr, en };

export function aboutTexts(language: Language): AboutTexts {
  return TEXTS[language];
}
