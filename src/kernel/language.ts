/** The interface speaks French first, English second. Texts of a slice live in texts.fr.ts and texts.en.ts, with one shape. */
export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
