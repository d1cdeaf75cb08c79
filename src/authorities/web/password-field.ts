import type { z } from "zod";
import { field } from "#src/platform/http/form.ts";

const SHORTEST = 12;
const LONGEST = 128;

/** A password to be set. Read as every other text of a form (trimmed, NFC), here and at sign-in, so that both agree. */
export function newPasswordField(): z.ZodType<string> {
  return field
    .line(LONGEST)
    .refine((password) => typeof password !== "string" || password.length >= SHORTEST, "password-too-short") as z.ZodType<string>;
}

/** A password to be checked. */
export function passwordField(): z.ZodType<string> {
  return field.line(LONGEST);
}
