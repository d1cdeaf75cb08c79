import type { Json } from "#src/kernel/canonical-json.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import { watchTexts } from "./texts.ts";

/** The longest title that the need form takes. */
const LONGEST_TITLE = 120;

/** The need form as it is prefilled from a suggestion: its fields bear the names of that form. */
export function draftFields(suggestion: Suggestion, publicUrl: string, language: Language): { readonly [field: string]: Json } {
  const { draft: t } = watchTexts(language);
  const { name, reason, licence, slug, departmentId } = suggestion;
  return {
    titre: [t.title(name).slice(0, LONGEST_TITLE).toWellFormed()],
    besoin: [t.words(name, reason, licence, `${publicUrl}/catalogue/${slug}`)],
    service: [departmentId],
    agents: [""],
  };
}
