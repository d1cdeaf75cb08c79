import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type MachineTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, MachineTexts>> = { fr, en };

export function machineTexts(language: Language): MachineTexts {
  return TEXTS[language];
}
