import type { z } from "zod";
import { type FormIssue, type FormValues, parseForm } from "#src/platform/http/form.ts";

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: readonly FormIssue[] };

/** Browsers leave out boxes that are not ticked: a field that was not sent is read as an empty one. */
export function parseWholeForm<T extends z.ZodObject>(schema: T, form: FormValues): Parsed<z.infer<T>> {
  const blank = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, []]));
  return parseForm(schema, { ...blank, ...form }) as Parsed<z.infer<T>>;
}
