import type { Language } from "#src/kernel/language.ts";
import { en } from "./own-texts.en.ts";
import { fr, type OwnTexts } from "./own-texts.fr.ts";

export function ownTexts(language: Language): OwnTexts {
  return language === "en" ? en : fr;
}
