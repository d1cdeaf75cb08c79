import type { Language } from "#src/kernel/language.ts";
import type { Role } from "#src/kernel/rights.ts";
import { formatList } from "#src/platform/ui/format.ts";
import { authorityTexts } from "./texts.ts";

export function rolesInWords(roles: readonly Role[], language: Language): string {
  const words = authorityTexts(language).roles;
  return formatList(
    roles.map((role) => words[role]),
    language,
  );
}
