import type { Language } from "#src/kernel/language.ts";

const ZONE = "Europe/Paris";
const LOCALES: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

/** Intl objects are slow to make and quick to use. */
function cached<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(LOCALES[language]);
    made.set(language, fresh);
    return fresh;
  };
}

const longDate = cached((locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: "numeric", month: "long", year: "numeric" }));
const dayMonth = cached((locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: "numeric", month: "long" }));
const weekday = cached((locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: "long" }));
const time = cached((locale) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }));
const wholeEuros = cached((locale) => new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }));
const euros = cached((locale) => new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }));
const number = cached((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const percent = cached((locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }));
const list = cached((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));
const plurals = cached((locale) => new Intl.PluralRules(locale));

/** "2026-11-21" is a day, not an instant: read at noon, so that no time zone moves it. */
function instantOf(at: string | Date): Date {
  if (at instanceof Date) return at;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at);
}

const first = (text: string, language: Language): string => (language === "fr" ? text.replace(/^1 /, "1er ") : text);
const isValid = (date: Date): boolean => !Number.isNaN(date.getTime());

/** « 21 novembre 2026 », from a day ("2026-11-21") or an instant, as in Paris. What is no date comes back as it is. */
export function formatDate(at: string | Date, language: Language): string {
  const date = instantOf(at);
  return isValid(date) ? first(longDate(language).format(date), language) : String(at);
}

/** « 21 novembre », where the year is plain from the context. */
export function formatDayMonth(at: string | Date, language: Language): string {
  const date = instantOf(at);
  return isValid(date) ? first(dayMonth(language).format(date), language) : String(at);
}

/** « samedi 21 novembre 2026 ». */
export function formatLongDate(at: string | Date, language: Language): string {
  const date = instantOf(at);
  return isValid(date) ? `${weekday(language).format(date)} ${formatDate(at, language)}` : String(at);
}

/** « 21 novembre 2026 à 14:05 », as in Paris. */
export function formatDateTime(at: string | Date, language: Language): string {
  const date = instantOf(at);
  if (!isValid(date)) return String(at);
  return `${formatDate(date, language)}${language === "fr" ? " à " : " at "}${time(language).format(date)}`;
}

/** « 8 400 € » from cents; decimals only when there are cents. */
export function formatMoney(cents: number, language: Language): string {
  return (cents % 100 === 0 ? wholeEuros : euros)(language).format(cents / 100);
}

export function formatNumber(value: number, language: Language): string {
  return number(language).format(value);
}

/** « 71 % » from 0.71. */
export function formatPercent(ratio: number, language: Language): string {
  return percent(language).format(ratio).replace("\u00a0", "\u202f");
}

/** « a, b et c ». */
export function formatList(items: readonly string[], language: Language): string {
  return list(language).format(items);
}

export type Plural = { one: string; other: string };

/** The form for `n`: French takes the singular for 0 and 1, English for 1 only. */
export function plural(n: number, forms: Plural, language: Language): string {
  return plurals(language).select(n) === "one" ? forms.one : forms.other;
}

/** « 37 demandes ». */
export function counted(n: number, forms: Plural, language: Language): string {
  return `${formatNumber(n, language)} ${plural(n, forms, language)}`;
}

/** « text » in the language's quotation marks. */
export function quoted(text: string, language: Language): string {
  return language === "fr" ? `«\u202f${text}\u202f»` : `“${text}”`;
}
