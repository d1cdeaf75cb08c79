import type { Language } from "#src/kernel/language.ts";
import { en } from "./gate-texts.en.ts";
import { fr, type GateTexts } from "./gate-texts.fr.ts";

export function gateTexts(language: Language): GateTexts {
  return language === "fr" ? fr : en;
}
