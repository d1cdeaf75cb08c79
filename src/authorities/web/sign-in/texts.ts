import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type SignInTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, SignInTexts>> = { fr, en };

export function signInTexts(language: Language): SignInTexts {
  return TEXTS[language];
}
