import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { type AuthorityTexts, fr } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, AuthorityTexts>> = { fr, en };

export function authorityTexts(language: Language): AuthorityTexts {
  return TEXTS[language];
}
