import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { type ContractTexts, fr } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, ContractTexts>> = { fr, en };

export function contractTexts(language: Language): ContractTexts {
  return TEXTS[language];
}
