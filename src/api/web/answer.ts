import { createHash } from "node:crypto";
import type { AppContext } from "#src/platform/http/context.ts";

/** In seconds: the catalogue changes when a source is read, some times a day. */
const FRESH = 60;

/** JSON that caches keep for a minute, then ask whether it is still the same. */
export function answer(c: AppContext, content: unknown, type = "application/json"): Response {
  const body = JSON.stringify(content);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  c.header("cache-control", `public, max-age=${FRESH}`);
  c.header("etag", etag);
  if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304);
  c.header("content-type", type);
  return c.body(body);
}

/** RFC 9110, 13.1.2: compared weakly, as a cache may have compressed what it kept. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined || header.length > 4_000) return false;
  return header.trim() === "*" || header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}
