import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long", year: "numeric" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" }),
};

/** « novembre 2026 ». */
export function monthName(day: LocalDate, language: Language): string {
  return FORMATS[language].format(new Date(`${day}T12:00:00Z`));
}
