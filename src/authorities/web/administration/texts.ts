import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { type AdministrationTexts, fr } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, AdministrationTexts>> = { fr, en };

export type { AdministrationTexts } from "./texts.fr.ts";

export function administrationTexts(language: Language): AdministrationTexts {
  return TEXTS[language];
}
