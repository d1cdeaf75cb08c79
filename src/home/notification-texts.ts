import type { Language } from "#src/kernel/language.ts";
import { en } from "./notification-texts.en.ts";
import { fr, type NotificationTexts } from "./notification-texts.fr.ts";

const TEXTS: Readonly<Record<Language, NotificationTexts>> = { fr, en };

export function notificationTexts(language: Language): NotificationTexts {
  return TEXTS[language];
}

/** What a notification says, without a full stop. A kind that this version does not know says that there is something new. */
export function notificationSentence(kind: string, language: Language): string {
  const { kinds, other } = TEXTS[language];
  return (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? other;
}
