import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { type AccountTexts, fr } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, AccountTexts>> = { fr, en };

export function accountTexts(language: Language): AccountTexts {
  return TEXTS[language];
}
