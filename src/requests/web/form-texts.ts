import type { Language } from "#src/kernel/language.ts";
import { en } from "./form-texts.en.ts";
import { type FormTexts, fr } from "./form-texts.fr.ts";

export function formTexts(language: Language): FormTexts {
  return language === "fr" ? fr : en;
}
