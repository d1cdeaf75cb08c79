import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type SkillTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, SkillTexts>> = { fr, en };

export function skillTexts(language: Language): SkillTexts {
  return TEXTS[language];
}
