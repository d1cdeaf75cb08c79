import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Caller } from "#src/platform/auth/credentials.ts";
import type { AppContext } from "./context.ts";

/** What sign-in must know of the browser that calls. */
export function callerOf(c: AppContext, trustProxy: boolean): Caller {
  return {
    address: (trustProxy ? forwardedAddress(c.req.header("x-forwarded-for")) : undefined) ?? connectedAddress(c),
    userAgent: (c.req.header("user-agent") ?? "").slice(0, 400),
    cookies: c.req.header("cookie") ?? "",
  };
}

/** The last address is the one that our own proxy added; those before it are what the caller pretends. */
function forwardedAddress(header: string | undefined): string | undefined {
  const last = header?.split(",").at(-1)?.trim() ?? "";
  return isIP(last) === 0 ? undefined : last;
}

/** Requests made in the process itself (tests) come through no socket. */
function connectedAddress(c: AppContext): string {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: unknown };
  return incoming === undefined ? "127.0.0.1" : (getConnInfo(c).remote.address ?? "127.0.0.1");
}

/** Gives the browser the cookies that better-auth made, as it made them. */
export function passCookies(c: AppContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
}
