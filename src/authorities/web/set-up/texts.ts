import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type SetUpTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, SetUpTexts>> = { fr, en };

export function setUpTexts(language: Language): SetUpTexts {
  return TEXTS[language];
}
