import type { Language } from "#src/kernel/language.ts";
import type { Standing } from "./domain/standing.ts";
import { en } from "./standing-texts.en.ts";
import { fr, type StandingTexts } from "./standing-texts.fr.ts";

const TEXTS: Readonly<Record<Language, StandingTexts>> = { fr, en };

/** « Porte 2, jour 9 sur 20 »: where a request stands, without a full stop. */
export function standingInWords(standing: Standing, language: Language): string {
  return TEXTS[language].standing(standing);
}
