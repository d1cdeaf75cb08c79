import type { Language } from "#src/kernel/language.ts";
import type { FormIssue } from "./form.ts";
import { en } from "./texts.en.ts";
import { fr, type HttpTexts } from "./texts.fr.ts";

const TEXTS: Readonly<Record<Language, HttpTexts>> = { fr, en };

export function httpTexts(language: Language): HttpTexts {
  return TEXTS[language];
}

/** What is wrong with a field, in the reader's language. */
export function messageOf(code: string, language: Language): string {
  const texts = TEXTS[language];
  const [name = "", first, second] = code.split(":");
  if (name === "too-long") return texts.tooLong(Number(first));
  if (name === "whole-number") return texts.wholeNumber(Number(first), Number(second));
  return texts.issues[name] ?? texts.otherIssue;
}

/** Messages by field, for the fields of the form and its summary. `more` says the codes that one form alone knows. */
export function messagesOf(
  issues: readonly FormIssue[],
  language: Language,
  more: Readonly<Record<string, string>> = {},
): readonly { readonly field: string; readonly message: string }[] {
  return issues.map(({ field, code }) => ({ field, message: more[code] ?? messageOf(code, language) }));
}
