import { timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Registry } from "prom-client";
import type { Deps } from "#src/platform/deps.ts";
import { openMetrics } from "#src/platform/processes/gathered-metrics.ts";
import { callerOf } from "./caller.ts";
import type { AppContext } from "./context.ts";
import type { Routes } from "./routes.ts";

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** Any of them: the request came through a proxy. Trap: a proxy that adds none is not seen; behind one, a token is set. */
const OF_PROXIES = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

/** For those who watch over the service: it lives, it can serve, what it measures. */
export function healthRoutes(routes: Routes, deps: Deps, registry: Registry): void {
  const metrics = openMetrics(registry);
  routes.get("/healthz", "public", (c) => c.text("ok\n"));
  routes.get("/readyz", "public", async (c) => {
    try {
      await sql`select 1`.execute(deps.db);
      return c.text("ready\n");
    } catch {
      return c.text("database unreachable\n", 503);
    }
  });
  routes.get("/metrics", "public", async (c) => {
    if (!mayRead(c, deps)) return c.text("forbidden\n", 403);
    return c.text(await metrics(), 200, { "content-type": registry.contentType });
  });
}

/** From this machine itself, and not through a proxy on it; or with the token. */
function mayRead(c: AppContext, { config }: Deps): boolean {
  if (config.metricsToken !== undefined) return isSame(c.req.header("authorization") ?? "", `Bearer ${config.metricsToken}`);
  return OF_PROXIES.every((name) => c.req.header(name) === undefined) && LOOPBACK.test(callerOf(c, false).address);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
