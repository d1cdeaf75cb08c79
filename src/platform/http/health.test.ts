import { Hono } from "hono";
import { Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import { readConfig } from "#src/platform/config.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppEnv } from "./context.ts";
import { healthRoutes } from "./health.ts";
import { openRoutes } from "./routes.ts";

async function asked(env: NodeJS.ProcessEnv, headers: Record<string, string>): Promise<number> {
  const app = new Hono<AppEnv>();
  const closed = () => new Response(null, { status: 500 });
  healthRoutes(openRoutes(app, { signIn: closed, forbidden: closed }), { config: readConfig(env) } as Deps, new Registry());
  return (await app.request("/metrics", { headers })).status;
}

describe("what is measured", () => {
  it("is read from this machine, and not through a proxy on it", async () => {
    expect(await asked({}, {})).toBe(200);
    for (const name of ["x-forwarded-for", "x-real-ip", "forwarded", "via", "x-forwarded-proto"])
      expect([name, await asked({}, { [name]: "203.0.113.9" })]).toEqual([name, 403]);
  });

  it("is read with the token alone, where there is one", async () => {
    const env = { METRICS_TOKEN: "secret" };
    expect(await asked(env, { authorization: "Bearer secret", via: "1.1 proxy" })).toBe(200);
    expect(await asked(env, { authorization: "Bearer secreT" })).toBe(403);
    expect(await asked(env, {})).toBe(403);
  });
});
