import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type WatchTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, WatchTexts>> = { fr, en };

export function watchTexts(language: Language): WatchTexts {
  return TEXTS[language];
}
