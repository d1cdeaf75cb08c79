import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type SupplierTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, SupplierTexts>> = { fr, en };

export function supplierTexts(language: Language): SupplierTexts {
  return TEXTS[language];
}
