import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { callerOf } from "./caller.ts";
import type { AppEnv } from "./context.ts";

async function addressOf(trustProxy: boolean, forwarded: string): Promise<string> {
  const app = new Hono<AppEnv>();
  app.get("/", (c) => c.text(callerOf(c, trustProxy).address));
  return (await app.request("/", { headers: { "x-forwarded-for": forwarded } })).text();
}

describe("the address of whoever calls", () => {
  it("is what our proxy saw, never what the caller pretends", async () => {
    expect(await addressOf(true, "203.0.113.9")).toBe("203.0.113.9");
    expect(await addressOf(true, "1.1.1.1, 203.0.113.9")).toBe("203.0.113.9");
    expect(await addressOf(true, "2001:db8::1")).toBe("2001:db8::1");
    expect(await addressOf(true, "nonsense")).toBe("127.0.0.1");
    expect(await addressOf(false, "203.0.113.9")).toBe("127.0.0.1");
  });
});
