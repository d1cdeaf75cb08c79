import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { AppEnv } from "./context.ts";

export type Observation = { readonly registry: Registry; readonly middleware: MiddlewareHandler<AppEnv> };

/** One line and one measure a request: route, status, duration. Never an address, a name, a query or a body. */
export function observe(log: Logger): Observation {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Duration of HTTP requests by route.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  const middleware: MiddlewareHandler<AppEnv> = async (c, next) => {
    const begun = performance.now();
    await next();
    const ms = performance.now() - begun;
    // The last that ran: others, declared later, match as well.
    const route = routePath(c);
    const status = c.res.status;
    durations.observe({ method: c.req.method, route, status: String(status) }, ms / 1000);
    log.info({ requestId: c.get("requestId"), method: c.req.method, route, status, ms: Math.round(ms) }, "request");
  };
  return { registry, middleware };
}
