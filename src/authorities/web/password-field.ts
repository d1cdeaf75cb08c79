import type { z } from "zod";
import type { Language } from "#src/kernel/language.ts";
import { field } from "#src/platform/http/form.ts";
import { isGuessable } from "../domain/guessable-password.ts";
import { authorityTexts } from "./texts.ts";

const SHORTEST = 12;
const LONGEST = 128;

/** A password to be set. Its letters are composed (NFC) and nothing else is touched, here and at sign-in, so that both agree. */
export function newPasswordField(): z.ZodType<string> {
  return field
    .secret(LONGEST)
    .refine((password) => typeof password !== "string" || password.length >= SHORTEST, "password-too-short")
    .refine(
      (password) => typeof password !== "string" || password.length < SHORTEST || !isGuessable(password),
      "password-guessable",
    ) as z.ZodType<string>;
}

/** What is wrong with a password to be set, in words. */
export function passwordMessages(language: Language): Readonly<Record<string, string>> {
  const { passwordTooShort, passwordGuessable } = authorityTexts(language);
  return { "password-too-short": passwordTooShort, "password-guessable": passwordGuessable };
}

/** A password to be checked. */
export function passwordField(): z.ZodType<string> {
  return field.secret(LONGEST);
}
