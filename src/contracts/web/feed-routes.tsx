import type { Deps } from "#src/platform/deps.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import type { Routes } from "#src/platform/http/routes.ts";
import { readFeed } from "../usecases/read-feed.ts";
import { calendarFile, etagOf } from "./calendar-file.ts";

const ENDING = ".ics";

/** A calendar for programs, by its secret: no session, no cookie, no form. */
export function feedRoutes(routes: Routes, deps: Deps): void {
  routes.get("/calendrier/:token", "public", async (c) => {
    const token = c.req.param("token") ?? "";
    if (!token.endsWith(ENDING)) return notFound(c);
    const result = await readFeed(deps, token.slice(0, -ENDING.length));
    if (!result.ok) return notFound(c);
    const file = calendarFile({ ...result.value, publicUrl: deps.config.publicUrl });
    const headers = {
      etag: etagOf(file),
      "cache-control": "private, no-cache",
      // The address is the secret: it goes nowhere else.
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    };
    if (c.req.header("if-none-match")?.includes(headers.etag)) return c.body(null, 304, headers);
    return c.body(file, 200, {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="beffroi.ics"',
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });
}
