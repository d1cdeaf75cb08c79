import type { AppContext } from "#src/platform/http/context.ts";
import { PAGE_PATH } from "./operations.ts";
import type { ParameterFault } from "./read-query.ts";
import type { Problem } from "./schemas.ts";
import { apiTexts } from "./texts.ts";

export const PROBLEMS = {
  "bad-parameter": 400,
  "not-found": 404,
  "method-not-allowed": 405,
  "too-many-requests": 429,
  fault: 500,
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

/** An error as RFC 9457 has it, in the language that was asked. `publicUrl`: where its kind is explained. */
export function problem(c: AppContext, publicUrl: string, kind: ProblemKind, faults: readonly ParameterFault[] = []): Response {
  const language = c.get("language");
  const t = apiTexts(language);
  const { title, detail } = t.problems[kind];
  const status = PROBLEMS[kind];
  const errors = faults.map((fault) => ({ parameter: fault.parameter, detail: t.fault(fault) }));
  const body: Problem = { type: `${publicUrl}${PAGE_PATH}#${kind}`, title, status, detail, ...(errors.length === 0 ? {} : { errors }) };
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    "content-language": language,
    vary: "accept-language, cookie",
    "cache-control": "no-store",
  });
}
