import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatList, formatNumber } from "#src/platform/ui/format.ts";
import type { Event } from "../domain/event.ts";
import type { Impact } from "../domain/impact.ts";
import { whatIfTexts } from "./what-if-texts.ts";

/** « Si Arpège cesse son activité ». */
export function whenInWords(event: Event, about: string, language: Language): string {
  const { when } = whatIfTexts(language);
  if (event.kind === "price-rises") return when[event.kind](about, formatNumber(event.percent, language));
  if (event.kind === "software-ends") return when[event.kind](about, event.on === null ? undefined : formatDate(event.on, language));
  return when[event.kind](about);
}

/** The first sentence: who is hit. */
export function hitInWords(impact: Impact, when: string, language: Language): string {
  const t = whatIfTexts(language);
  if (impact.hits.length === 0) return t.nobody(when);
  const dependent = impact.hits.filter(({ through }) => through.length > 0).length;
  return t.hit(
    when,
    counted(impact.hits.length, t.installations, language),
    dependent === 0 ? undefined : counted(dependent, t.dependent, language),
    counted(impact.departments.length, t.departments, language),
  );
}

export function usersInWords({ users }: Impact, language: Language): string {
  const t = whatIfTexts(language);
  const unknown = users.unknown === 0 ? undefined : counted(users.unknown, t.usersUnknown, language);
  return t.users(counted(users.known, t.usersNoun, language), unknown);
}

/** « Koha, PMB et Syrtis ». */
export function namesOf(named: readonly { readonly name: string }[], language: Language): string {
  return formatList(
    named.map(({ name }) => name),
    language,
  );
}
