import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { type CataloguePageTexts, fr } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, CataloguePageTexts>> = { fr, en };

export function catalogueTexts(language: Language): CataloguePageTexts {
  return TEXTS[language];
}
