import { Hono } from "hono";
import { pino } from "pino";
import { expect, it } from "vitest";
import type { AppEnv } from "./context.ts";
import { observe } from "./observe.ts";

it("a request is measured under the route that answered it, whatever else is declared after it, and never under its address", async () => {
  const lines: string[] = [];
  const { registry, middleware } = observe(pino({ level: "info" }, { write: (line: string) => void lines.push(line) }));
  const app = new Hono<AppEnv>();
  app.use(middleware);
  app.get("/early/:name", (c) => c.text("ok"));
  app.use(async (_, next) => next());
  app.get("/late/:name", (c) => c.text("ok"));
  for (const path of ["/early/rose", "/late/rose", "/late/paul", "/nowhere/rose"]) await app.request(path);
  const counts = (await registry.metrics()).split("\n").filter((line) => line.startsWith("http_request_duration_seconds_count"));
  expect(counts.map((line) => line.replace(/^.*route="([^"]*)",status="(\d+)".* (\d+)$/, "$1 $2 $3"))).toEqual([
    "/early/:name 200 1",
    "/late/:name 200 2",
    "/* 404 1",
  ]);
  expect(lines.map((line) => JSON.parse(line).route)).toEqual(["/early/:name", "/late/:name", "/late/:name", "/*"]);
  expect(lines.join()).not.toMatch(/rose|paul/);
});
