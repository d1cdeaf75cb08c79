import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type RequestTexts } from "./texts.fr.ts";

export function requestTexts(language: Language): RequestTexts {
  return language === "fr" ? fr : en;
}
