import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type InventoryTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, InventoryTexts>> = { fr, en };

export function inventoryTexts(language: Language): InventoryTexts {
  return TEXTS[language];
}
