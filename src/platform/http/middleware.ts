import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { ReadBeside } from "#src/platform/db/read-beside.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AssetUrls } from "#src/platform/ui/assets.ts";
import type { AppContext, AppEnv, NavigationItem } from "./context.ts";
import { showProblem } from "./errors.tsx";
import { httpTexts } from "./texts.ts";
import { languageOf, visitorsFrom } from "./visitor.ts";

/** In bytes: a form with its files. Larger is refused before it is read. */
export const LARGEST_BODY = 12 * 1024 * 1024;
/** In bytes, from who is not signed in. The longest of their forms, the set-up's, takes a third of it. */
export const LARGEST_FROM_NOBODY = 512 * 1024;

/** Strict by default: nothing from elsewhere, nothing inline, no framing. A route may ask for a policy stricter still: its own is kept. */
export function headers(publicUrl: string): MiddlewareHandler {
  const https = publicUrl.startsWith("https:");
  const strict = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: https ? "max-age=31536000; includeSubDomains" : false,
    crossOriginResourcePolicy: "same-origin",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
  return async (c, next) => {
    let own: string | null = null;
    const answer = await strict(c, async () => {
      await next();
      own = c.res.headers.get(POLICY);
    });
    if (own !== null) c.res.headers.set(POLICY, own);
    if (https) secureCookies(c.res.headers);
    return answer;
  };
}

const POLICY = "content-security-policy";

/** Behind a proxy we are reached by http: what is public is what decides, for every cookie and whoever made it. */
function secureCookies(answered: Headers): void {
  const cookies = answered.getSetCookie();
  if (cookies.every((cookie) => SECURE.test(cookie))) return;
  answered.delete("set-cookie");
  for (const cookie of cookies) answered.append("set-cookie", SECURE.test(cookie) ? cookie : `${cookie}; Secure`);
}

const SECURE = /;\s*secure\b/i;
const READING = ["GET", "HEAD", "OPTIONS"];

/**
 * What changes something must come from one of our own pages, whatever the name by which this server was reached, and whatever
 * the type of its body: some of our routes read none.
 */
export function sameOrigin(publicUrl: string): MiddlewareHandler<AppEnv> {
  const ours = new URL(publicUrl).origin;
  return async (c, next) => {
    const origin = c.req.header("origin") ?? "";
    const fromUs =
      c.req.header("sec-fetch-site") === "same-origin" ||
      origin === ours ||
      (URL.canParse(origin) && new URL(origin).host === c.req.header("host"));
    if (!fromUs && !READING.includes(c.req.method)) throw new HTTPException(403);
    await next();
  };
}

/** After it is known who asks: what anybody may send is kept small. */
export function limitedBody(): MiddlewareHandler<AppEnv> {
  const limited = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge });
  const small = bodyLimit({ maxSize: LARGEST_FROM_NOBODY, onError: tooLarge });
  return (c, next) => {
    // What only reads has no body: looking for one would make the whole web request of Node's.
    if (READING.includes(c.req.method)) return next();
    return c.get("visitor").kind === "signed-out" ? small(c, next) : limited(c, next);
  };
}

function tooLarge(c: AppContext): Promise<Response> {
  const t = httpTexts(c.get("language"));
  return showProblem(c, 413, t.tooLargeTitle, c.get("visitor").kind === "signed-out" ? t.tooLargeSignedOut : t.tooLarge);
}

/** Before anything else knows who asks: an error page too has a language and a style. */
export function basics(assets: AssetUrls, navigation: readonly NavigationItem[], publicUrl: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set("requestId", crypto.randomUUID());
    c.set("https", publicUrl.startsWith("https:"));
    c.set("assets", assets);
    c.set("navigation", navigation);
    c.set("visitor", { kind: "signed-out" });
    c.set("language", languageOf({ kind: "signed-out" }, c.req.raw.headers));
    await next();
  };
}

/** Who asks, and in which language they are answered. Pages are theirs alone: no cache keeps them. `besides`: what is read with them. */
export function recognise(deps: Deps, besides: readonly ReadBeside<unknown>[] = []): MiddlewareHandler<AppEnv> {
  const resolve = visitorsFrom(deps, besides);
  return async (c, next) => {
    const { visitor, beside } = await resolve(c.req.raw.headers);
    c.set("visitor", visitor);
    c.set("beside", beside);
    c.set("language", languageOf(visitor, c.req.raw.headers));
    // Said before the answer is made: changing a made answer costs more than making it. A route that says otherwise is heard.
    c.header("cache-control", "private, no-store");
    await next();
  };
}
