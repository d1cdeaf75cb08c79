import type { Language } from "#src/kernel/language.ts";
import type { LicenceJudgement } from "./domain/licences.ts";
import type { Why } from "./domain/search.ts";
import { en } from "./texts.en.ts";
import { fr, type SharedTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, SharedTexts>> = { fr, en };

/** « peut remplacer Photoshop »: one reason, without capital nor full stop. */
export function whyInWords(why: Why, language: Language): string {
  return TEXTS[language].why(why);
}

/** A sentence that says whether a licence is free, and why. */
export function licenceInWords(judgement: LicenceJudgement, language: Language): string {
  return TEXTS[language].licence(judgement);
}
