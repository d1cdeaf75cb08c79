import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type HomeTexts } from "./texts.fr.ts";

export type { HomeTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, HomeTexts>> = { fr, en };

export function homeTexts(language: Language): HomeTexts {
  return TEXTS[language];
}
