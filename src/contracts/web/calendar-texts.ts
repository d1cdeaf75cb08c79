import type { Language } from "#src/kernel/language.ts";
import { en } from "./calendar-texts.en.ts";
import { type CalendarTexts, fr } from "./calendar-texts.fr.ts";

const TEXTS: Readonly<Record<Language, CalendarTexts>> = { fr, en };

export function calendarTexts(language: Language): CalendarTexts {
  return TEXTS[language];
}
