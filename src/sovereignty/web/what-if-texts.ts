import type { Language } from "#src/kernel/language.ts";
import { en } from "./what-if-texts.en.ts";
import { fr, type WhatIfTexts } from "./what-if-texts.fr.ts";

export function whatIfTexts(language: Language): WhatIfTexts {
  return language === "fr" ? fr : en;
}
