import type { Language } from "#src/kernel/language.ts";
import { en } from "./map-texts.en.ts";
import { fr, type MapTexts } from "./map-texts.fr.ts";

export function mapTexts(language: Language): MapTexts {
  return language === "fr" ? fr : en;
}
