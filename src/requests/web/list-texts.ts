import type { Language } from "#src/kernel/language.ts";
import { en } from "./list-texts.en.ts";
import { fr, type ListTexts } from "./list-texts.fr.ts";

const TEXTS: Readonly<Record<Language, ListTexts>> = { fr, en };

export type { ListTexts } from "./list-texts.fr.ts";

export function listTexts(language: Language): ListTexts {
  return TEXTS[language];
}
