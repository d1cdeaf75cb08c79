import type { Language } from "#src/kernel/language.ts";
import type { OptionGroup } from "#src/platform/ui/choice-field.tsx";
import { COUNTRIES, UNION } from "../domain/countries.ts";
import { detailsTexts } from "./details-texts.ts";

const NAMES = {
  fr: new Intl.DisplayNames("fr", { type: "region" }),
  en: new Intl.DisplayNames("en-GB", { type: "region" }),
};

/** « Allemagne » for DE. */
export function countryName(code: string, language: Language): string {
  return NAMES[language].of(code) ?? code;
}

type Option = { readonly value: string; readonly label: string };

/** France, the rest of the Union, then the others: each group in the alphabetical order of the reader. */
export function countryGroups(language: Language): readonly OptionGroup[] {
  const t = detailsTexts(language);
  const others = COUNTRIES.filter((code) => !UNION.includes(code));
  return [
    { label: t.union, options: [optionOf("FR", language), ...sorted(UNION.slice(1), language)] },
    { label: t.elsewhere, options: sorted(others, language) },
  ];
}

function sorted(codes: readonly string[], language: Language): readonly Option[] {
  return codes.map((code) => optionOf(code, language)).sort((a, b) => a.label.localeCompare(b.label, language));
}

function optionOf(code: string, language: Language): Option {
  return { value: code, label: countryName(code, language) };
}
