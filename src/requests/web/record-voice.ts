import type { Language } from "#src/kernel/language.ts";
import { formatDate, formatMoney } from "#src/platform/ui/format.ts";
import type { Signatory } from "../domain/record.ts";
import { type RecordTexts, recordTexts } from "./record-texts.ts";
import { type RequestWords, requestWords, roleName } from "./words.ts";

/** How a record is told: in which language, with which words. */
export type Voice = {
  readonly language: Language;
  readonly words: RequestWords;
  readonly t: RecordTexts;
  /** A day, or « not stated ». */
  readonly day: (at: string | null) => string;
  readonly money: (cents: number) => string;
  /** « l’instructeur », or « Ivan Instructeur (instructeur) » where people are named. */
  readonly who: (signatory: Signatory) => string;
  /** « Instructeur », standing alone in a table; or the same with a name. */
  readonly signature: (signatory: Signatory) => string;
};

export function voiceIn(language: Language): Voice {
  const words = requestWords(language);
  const t = recordTexts(language);
  return {
    language,
    words,
    t,
    day: (at) => (at === null ? t.notSaid : formatDate(at, language)),
    money: (cents) => formatMoney(cents, language),
    who: ({ role, name }) =>
      name === undefined ? ((t.roles as Readonly<Record<string, string>>)[role] ?? role) : t.nameAndRole(name, roleName(words, role)),
    signature: ({ role, name }) => (name === undefined ? roleName(words, role) : t.nameAndRole(name, roleName(words, role))),
  };
}
