import type { Language } from "#src/kernel/language.ts";
import { counted, formatList } from "#src/platform/ui/format.ts";
import type { Reason } from "../domain/grid.ts";
import { gridTexts } from "./grid-texts.ts";

const COUNTRIES = {
  fr: new Intl.DisplayNames("fr", { type: "region" }),
  en: new Intl.DisplayNames("en-GB", { type: "region" }),
};

/** « Allemagne » for DE. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES[language].of(code) ?? code) : code;
}

/** A reason, in one sentence; what somebody said, as they said it. */
export function reasonInWords(reason: Reason, language: Language): string {
  const t = gridTexts(language);
  const named = (codes: readonly string[]): string =>
    formatList(
      codes.map((code) => countryName(code, language)),
      language,
    );
  switch (reason.kind) {
    case "several-suppliers":
      return t.severalSuppliers(formatList(reason.names, language));
    case "one-supplier":
      return t.oneSupplier(formatList(reason.names, language));
    case "data-in":
      return t.dataIn(countryName(reason.country, language));
    case "law-of":
      return t.lawOf(named(reason.countries));
    case "law-outside":
      return t.lawOutside(named(reason.countries));
    case "several-can":
      return t.severalCan(counted(reason.people, t.peopleNoun, language));
    case "only-one-can":
      return t.onlyOneCan(reason.name);
    case "said":
      return reason.text;
    default:
      return t.reasons[reason.kind];
  }
}
