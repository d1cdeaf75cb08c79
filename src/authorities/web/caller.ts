import type { Caller } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf } from "#src/platform/http/caller.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { showProblem } from "#src/platform/http/errors.tsx";
import { authorityTexts } from "./texts.ts";

export function callerFrom(c: AppContext, { config }: Pick<Deps, "config">): Caller {
  return callerOf(c, config.trustProxy);
}

/** Whoever tried too often, on pages that have no form to show again. */
export function tooMany(c: AppContext, seconds: number): Promise<Response> {
  const t = authorityTexts(c.get("language"));
  return showProblem(c, 429, t.tooManyTitle, t.tooMany(seconds));
}
