import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { Deps } from "#src/platform/deps.ts";
import type { AssetUrls } from "#src/platform/ui/assets.ts";
import type { AppEnv, NavigationItem } from "./context.ts";
import { showProblem } from "./errors.tsx";
import { httpTexts } from "./texts.ts";
import { languageOf, resolveVisitor } from "./visitor.ts";

/** In bytes: a form with its files. Larger is refused before it is read. */
export const LARGEST_BODY = 12 * 1024 * 1024;

/** Strict by default: nothing from elsewhere, nothing inline, no framing. */
export function headers(publicUrl: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: publicUrl.startsWith("https:") ? "max-age=31536000; includeSubDomains" : false,
    crossOriginResourcePolicy: "same-origin",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
}

/** A form must come from one of our own pages, whatever the name by which this server was reached. */
export function sameOrigin(publicUrl: string): MiddlewareHandler<AppEnv> {
  const ours = new URL(publicUrl).origin;
  const check = csrf({
    origin: (origin, c) => origin === ours || (URL.canParse(origin) && new URL(origin).host === c.req.header("host")),
    secFetchSite: "same-origin",
  });
  return check as MiddlewareHandler<AppEnv>;
}

export function limitedBody(): MiddlewareHandler<AppEnv> {
  return bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => {
      const t = httpTexts(c.get("language"));
      return showProblem(c, 413, t.tooLargeTitle, t.tooLarge);
    },
  });
}

/** Before anything else knows who asks: an error page too has a language and a style. */
export function basics(assets: AssetUrls, navigation: readonly NavigationItem[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set("requestId", crypto.randomUUID());
    c.set("assets", assets);
    c.set("navigation", navigation);
    c.set("visitor", { kind: "signed-out" });
    c.set("language", languageOf({ kind: "signed-out" }, c.req.raw.headers));
    await next();
  };
}

/** Who asks, and in which language they are answered. Pages are theirs alone: no cache keeps them. */
export function recognise(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const visitor = await resolveVisitor(deps, c.req.raw.headers);
    c.set("visitor", visitor);
    c.set("language", languageOf(visitor, c.req.raw.headers));
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "private, no-store");
  };
}
