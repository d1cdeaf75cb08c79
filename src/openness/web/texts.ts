import type { Language } from "#src/kernel/language.ts";
import { electedEn } from "./elected-texts.en.ts";
import { type ElectedTexts, electedFr } from "./elected-texts.fr.ts";
import { en } from "./texts.en.ts";
import { fr, type OpennessTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, OpennessTexts>> = { fr, en };
const ELECTED: Readonly<Record<Language, ElectedTexts>> = { fr: electedFr, en: electedEn };

export function opennessTexts(language: Language): OpennessTexts {
  return TEXTS[language];
}

/** The page for elected officials alone. */
export function electedTexts(language: Language): ElectedTexts {
  return ELECTED[language];
}
