import type { Language } from "#src/kernel/language.ts";
import { en } from "./grid-texts.en.ts";
import { fr, type GridTexts } from "./grid-texts.fr.ts";

export function gridTexts(language: Language): GridTexts {
  return language === "fr" ? fr : en;
}
