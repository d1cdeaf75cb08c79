import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { parseLocalDate } from "#src/kernel/dates.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { parseEuros } from "#src/kernel/money.ts";
import { hasPiledMarks } from "#src/kernel/piled-marks.ts";
import type { AppContext } from "./context.ts";
import { refuseCrowdedForm, urlencodedFields } from "./crowded-form.ts";

/** What came in a form, by field name: texts and files, in the order sent. Nothing is lost, nothing is judged yet. */
export type FormValues = Readonly<Record<string, readonly (string | File)[]>>;

/** A field and what is wrong with it, as a code that `messageOf` says in the reader's language. */
export type FormIssue = { readonly field: string; readonly code: string };

/**
 * Characters that are escaped when they are shown again, in all the texts of a form. Trap: each takes some sixty bytes while it is
 * escaped, of 256 MB for all; no page of French has so many.
 */
export const MOST_ESCAPED = 500_000;
const ESCAPED = [..."<>&\"'"].map((sign) => sign.charCodeAt(0));

export async function readForm(c: AppContext): Promise<FormValues> {
  await refuseCrowdedForm(c);
  const form = await fieldsOf(c);
  let escaped = 0;
  for (const value of Object.values(form).flat()) if (typeof value === "string") escaped += escapedIn(value);
  if (escaped > MOST_ESCAPED) throw new HTTPException(413);
  return form;
}

function escapedIn(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) if (ESCAPED.includes(text.charCodeAt(at))) found += 1;
  return found;
}

async function fieldsOf(c: AppContext): Promise<FormValues> {
  const fields = await urlencodedFields(c);
  if (fields !== undefined) return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
  const body = await c.req.parseBody({ all: true });
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]));
}

/** The text typed in a field, for showing the form again. */
export function typed(form: FormValues, field: string): string {
  const value = form[field]?.[0];
  return typeof value === "string" ? value : "";
}

export function typedAll(form: FormValues, field: string): readonly string[] {
  return (form[field] ?? []).filter((value) => typeof value === "string");
}

export function fileOf(form: FormValues, field: string): File | undefined {
  const value = form[field]?.[0];
  return value instanceof File && value.size > 0 ? value : undefined;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: readonly FormIssue[] };

/** Checks a form against a schema made of the fields below. The issues come in the schema's order. */
export function parseForm<T>(schema: z.ZodType<T>, form: FormValues): Parsed<T> {
  const result = schema.safeParse(form);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, error: result.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ""), code: issue.message })) };
}

type Check<T> = (text: string) => { readonly value: T } | { readonly code: string };

/** Control characters but tab and line feed, what is no character, and halves of pairs: PostgreSQL or a reader would stumble on them. */
const CONTROL = /(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u;

function one<T>(check: Check<T>, trims = true): z.ZodType<T> {
  return z
    .unknown()
    .optional()
    .transform((raw, context) => {
      const first = Array.isArray(raw) ? raw[0] : undefined;
      const lines = (typeof first === "string" ? first : "").replace(/\r\n?/g, "\n");
      const sent = trims ? lines.trim() : lines;
      const text = hasPiledMarks(sent) ? "\0" : sent.normalize("NFC");
      const result = CONTROL.test(text) ? { code: "control-characters" } : check(text);
      if ("value" in result) return result.value;
      context.addIssue({ code: "custom", message: result.code });
      return z.NEVER;
    }) as unknown as z.ZodType<T>;
}

const optional =
  <T>(check: Check<T>): Check<T | null> =>
  (text) =>
    text === "" ? { value: null } : check(text);
const required =
  <T>(check: Check<T>): Check<T> =>
  (text) =>
    text === "" ? { code: "required" } : check(text);
const atMost =
  (max: number): Check<string> =>
  (text) =>
    text.length > max ? { code: `too-long:${max}` } : { value: text };
const oneLine =
  (max: number): Check<string> =>
  (text) =>
    text.includes("\n") ? { code: "one-line" } : atMost(max)(text);
const inRange =
  (min: number, max: number): Check<number> =>
  (text) => {
    const digits = text.replace(/[\s\u00A0\u202F]/g, "");
    const number = Number(digits);
    return /^\d{1,12}$/.test(digits) && number >= min && number <= max ? { value: number } : { code: `whole-number:${min}:${max}` };
  };
const asDay: Check<string> = (text) => {
  const day = parseLocalDate(text);
  return day === undefined ? { code: "date" } : { value: day };
};
const asEuros: Check<number> = (text) => {
  const cents = parseEuros(text);
  return cents === undefined ? { code: "amount" } : { value: cents };
};
const asUuid: Check<string> = (text) => (isUuid(text) ? { value: text } : { code: "unknown-choice" });
const asEmail: Check<string> = (text) =>
  // The length first: an expression that meets megabytes may exhaust the stack.
  text.length <= 254 && z.email().safeParse(text).success ? { value: text.toLowerCase() } : { code: "email" };
const asWeb: Check<string> = (text) =>
  text.length <= 500 && URL.canParse(text) && /^https?:\/\//.test(text) ? { value: text } : { code: "web-address" };
const among =
  <const T extends string>(choices: readonly T[]): Check<T> =>
  (text) => {
    const choice = choices.find((each) => each === text);
    return choice === undefined ? { code: text === "" ? "required" : "unknown-choice" } : { value: choice };
  };

/** Fields of forms. Optional ones give null when empty. Texts are trimmed, secrets are not; lines end in \n, control characters are refused. */
export const field = {
  line: (max: number) => one(required(oneLine(max))),
  /** A password: the spaces at its ends are part of it. */
  secret: (max: number) => one(required(oneLine(max)), false),
  optionalLine: (max: number) => one(optional(oneLine(max))),
  text: (max: number) => one(required(atMost(max))),
  optionalText: (max: number) => one(optional(atMost(max))),
  wholeNumber: (min: number, max: number) => one(required(inRange(min, max))),
  optionalWholeNumber: (min: number, max: number) => one(optional(inRange(min, max))),
  day: () => one(required(asDay)),
  optionalDay: () => one(optional(asDay)),
  euros: () => one(required(asEuros)),
  optionalEuros: () => one(optional(asEuros)),
  email: () => one(required(asEmail)),
  optionalWeb: () => one(optional(asWeb)),
  web: () => one(required(asWeb)),
  id: () => one(required(asUuid)),
  optionalId: () => one(optional(asUuid)),
  choice: <const T extends string>(choices: readonly T[]) => one(among(choices)),
  optionalChoice: <const T extends string>(choices: readonly T[]) => one(optional(among(choices))),
  flag: () => one((text) => ({ value: text === "oui" || text === "on" })),
  /** Several boxes of one name: the known choices ticked, each once. At least `min`. */
  choices: <const T extends string>(known: readonly T[], min = 0): z.ZodType<readonly T[]> =>
    z
      .unknown()
      .optional()
      .transform((raw, context) => {
        const ticked = (Array.isArray(raw) ? raw : []).filter((value) => value !== "");
        const chosen = known.filter((choice) => ticked.includes(choice));
        if (chosen.length < new Set(ticked).size) context.addIssue({ code: "custom", message: "unknown-choice" });
        else if (chosen.length < min) context.addIssue({ code: "custom", message: "required" });
        return chosen;
      }) as unknown as z.ZodType<readonly T[]>,
  /** Several identifiers of one name, each once; whether they exist is the use case's question. */
  ids: (min = 0): z.ZodType<readonly string[]> =>
    z
      .unknown()
      .optional()
      .transform((raw, context) => {
        const given = [...new Set((Array.isArray(raw) ? raw : []).filter((value) => value !== ""))];
        if (given.length > 500 || !given.every(isUuid)) context.addIssue({ code: "custom", message: "unknown-choice" });
        else if (given.length < min) context.addIssue({ code: "custom", message: "required" });
        return given;
      }) as unknown as z.ZodType<readonly string[]>,
};
