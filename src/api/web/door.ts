import type { MiddlewareHandler } from "hono";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf } from "#src/platform/http/caller.ts";
import type { AppContext, AppEnv } from "#src/platform/http/context.ts";
import { operationAt } from "./operations.ts";
import { problem } from "./problem.ts";
import { type Allowance, MOST_REQUESTS, rateLimit, WINDOW_SECONDS } from "./rate-limit.ts";

const METHODS = "GET, HEAD, OPTIONS";
/** What a page of another site may read of our answers. */
const EXPOSED = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After";

/** Before every route of the API: who may read it (every site), how often, and by which methods; errors are problem details. */
export function apiDoor({ config, now, log }: Pick<Deps, "config" | "now" | "log">): MiddlewareHandler<AppEnv> {
  const limit = rateLimit();
  return async (c, next) => {
    c.header("access-control-allow-origin", "*");
    c.header("access-control-expose-headers", EXPOSED);
    const operation = operationAt(c.req.path);
    if (c.req.method === "OPTIONS" && operation !== undefined) return preflight(c);
    const allowance = limit(callerOf(c, config.trustProxy).address, now());
    sayAllowance(c, allowance);
    if (!allowance.allowed) {
      c.header("retry-after", String(allowance.resetsIn));
      return problem(c, config.publicUrl, "too-many-requests");
    }
    if (operation === undefined) return problem(c, config.publicUrl, "not-found");
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      c.header("allow", METHODS);
      return problem(c, config.publicUrl, "method-not-allowed");
    }
    await next();
    if (c.error === undefined) return undefined;
    log.error({ requestId: c.get("requestId"), path: operation.path }, "fault of the API");
    c.res = undefined;
    c.res = problem(c, config.publicUrl, "fault");
    return undefined;
  };
}

function preflight(c: AppContext): Response {
  c.header("access-control-allow-methods", METHODS);
  c.header("access-control-allow-headers", "Accept, Accept-Language, If-None-Match");
  c.header("access-control-max-age", "86400");
  c.header("allow", METHODS);
  return c.body(null, 204);
}

/** The fields of draft-ietf-httpapi-ratelimit-headers. */
function sayAllowance(c: AppContext, { left, resetsIn }: Allowance): void {
  c.header("ratelimit-policy", `"minute";q=${MOST_REQUESTS};w=${WINDOW_SECONDS}`);
  c.header("ratelimit", `"minute";r=${left};t=${resetsIn}`);
}
