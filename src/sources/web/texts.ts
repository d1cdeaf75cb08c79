import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type SourcePagesTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, SourcePagesTexts>> = { fr, en };

export function sourcePagesTexts(language: Language): SourcePagesTexts {
  return TEXTS[language];
}
