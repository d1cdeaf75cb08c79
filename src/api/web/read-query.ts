import type { z } from "zod";

/** What is wrong with one parameter, as a code and the number that its sentence needs. */
export type ParameterFault = {
  readonly parameter: string;
  readonly code:
    | "unknown"
    | "repeated"
    | "empty"
    | "too-long"
    | "not-a-number"
    | "out-of-range"
    | "not-a-choice"
    | "malformed"
    | "bad-cursor";
  readonly known?: readonly string[];
  readonly min?: number;
  readonly max?: number;
};

export type ReadQuery<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly ParameterFault[] };

/** Said of at most this many parameters: a query may have thousands. */
const MOST_FAULTS = 10;
/** Of the name of a parameter that we do not know, this much is said. */
const LONGEST_NAME = 60;

/** The query of an address, strictly: a parameter mistyped is said, never passed over. */
export function readQuery<S extends z.ZodObject>(schema: S, url: string): ReadQuery<z.infer<S>> {
  const given: Record<string, unknown> = {};
  const repeated: ParameterFault[] = [];
  for (const [name, text] of new URL(url).searchParams) {
    if (Object.hasOwn(given, name)) repeated.push({ parameter: shortened(name), code: "repeated" });
    // Own properties alone: « __proto__ » is the name of a parameter that we do not know.
    else Object.defineProperty(given, name, { value: typedAs(schema, name, text), enumerable: true });
  }
  const parsed = schema.safeParse(given);
  const faults = [...repeated, ...(parsed.error?.issues.flatMap((issue) => faultsOf(issue, Object.keys(schema.shape))) ?? [])];
  if (parsed.success && faults.length === 0) return { ok: true, value: parsed.data };
  return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
}

/** In an address everything is text: what looks like a whole number is one, where a whole number is asked. */
function typedAs(schema: z.ZodObject, name: string, text: string): unknown {
  return name === "limit" && Object.hasOwn(schema.shape, name) && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

function faultsOf(issue: z.core.$ZodIssue, known: readonly string[]): readonly ParameterFault[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((name) => ({ parameter: shortened(name), code: "unknown", known }));
  const parameter = String(issue.path[0]);
  switch (issue.code) {
    case "invalid_type":
      return [{ parameter, code: "not-a-number" }];
    case "too_small":
      return issue.origin === "string" ? [{ parameter, code: "empty" }] : [{ parameter, code: "out-of-range", min: 1, max: 100 }];
    case "too_big":
      return issue.origin === "string"
        ? [{ parameter, code: "too-long", max: Number(issue.maximum) }]
        : [{ parameter, code: "out-of-range", min: 1, max: Number(issue.maximum) }];
    case "invalid_value":
      return [{ parameter, code: "not-a-choice", known: issue.values.map(String) }];
    default:
      return [{ parameter, code: "malformed" }];
  }
}

function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME).toWellFormed();
}
