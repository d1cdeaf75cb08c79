import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { type ApiTexts, fr } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, ApiTexts>> = { fr, en };

export function apiTexts(language: Language): ApiTexts {
  return TEXTS[language];
}
