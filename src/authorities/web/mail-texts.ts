import type { Language } from "#src/kernel/language.ts";
import { en } from "./mail-texts.en.ts";
import { fr, type MailTexts } from "./mail-texts.fr.ts";

const TEXTS: Readonly<Record<Language, MailTexts>> = { fr, en };

export function mailTexts(language: Language): MailTexts {
  return TEXTS[language];
}
