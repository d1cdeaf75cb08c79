import type { z } from "zod";
import { type FormIssue, type FormValues, parseForm } from "#src/platform/http/form.ts";

/** Trap: a box left unticked is not sent at all, and zod takes a missing key for a fault. Every field of the schema is there, maybe empty. */
export function parseWholeForm<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  form: FormValues,
): { readonly ok: true; readonly value: z.output<z.ZodObject<Shape>> } | { readonly ok: false; readonly error: readonly FormIssue[] } {
  const empty = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, []]));
  return parseForm(schema, { ...empty, ...form });
}
