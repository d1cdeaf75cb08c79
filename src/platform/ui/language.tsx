import type { Child } from "hono/jsx";
import { createContext, useContext } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { en } from "./texts.en.ts";
import { fr, type UiTexts } from "./texts.fr.ts";

const LanguageContext = createContext<Language>("fr");

/** Says in which language everything inside is written. `Page` sets it; a fragment answered alone needs it. */
export function LanguageProvider({ language, children }: { language: Language; children?: Child }): JSX.Element {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function uiTexts(language: Language): UiTexts {
  return language === "en" ? en : fr;
}

/** The library's words in the language of the page being rendered. */
export function useUiTexts(): UiTexts {
  return uiTexts(useLanguage());
}
