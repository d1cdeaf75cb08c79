import type { Language } from "#src/kernel/language.ts";
import { en } from "./details-texts.en.ts";
import { type DetailsTexts, fr } from "./details-texts.fr.ts";

const TEXTS: Readonly<Record<Language, DetailsTexts>> = { fr, en };

export function detailsTexts(language: Language): DetailsTexts {
  return TEXTS[language];
}

export type { DetailsTexts } from "./details-texts.fr.ts";
